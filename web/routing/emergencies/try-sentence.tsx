import { TextInput } from '@mantine/core';
import { IconCircleCheck, IconUrgent } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recogniseEmergency } from '../../../src/routing/rules/recognise-emergency.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useScope } from '../editing.ts';

/** A sentence as a caller might say it, looked through as their message would be. */
export const TrySentence = () => {
  const { t } = useTranslation('routing');
  const { settings } = useScope();
  const [sentence, setSentence] = useState('');
  const found = recogniseEmergency(sentence, settings.emergencyWords);
  return (
    <div>
      <TextInput
        label={t('emergencies.try')}
        placeholder={t('emergencies.tryExample')}
        value={sentence}
        maxLength={300}
        onChange={(event) => setSentence(event.currentTarget.value)}
      />
      <div role="status">
        {sentence.trim() !== '' &&
          (found === null ? (
            <StatusLabel tone="grey" icon={<IconCircleCheck />}>
              {t('emergencies.notFound')}
            </StatusLabel>
          ) : (
            <StatusLabel tone="red" icon={<IconUrgent />}>
              {t('emergencies.found', { word: found.word })}
            </StatusLabel>
          ))}
      </div>
    </div>
  );
};
