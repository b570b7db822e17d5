import { Button } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmErase } from './confirm-erase.tsx';
import type { VoicemailCommands } from './use-voicemail-commands.ts';
import classes from './voicemail-actions.module.css';

/** What can be done with a deleted message. */
export const BinActions = ({ name, commands }: { name: string; commands: VoicemailCommands }) => {
  const { t } = useTranslation('voicemail');
  const [erasing, setErasing] = useState(false);
  if (erasing) {
    return <ConfirmErase name={name} onConfirm={commands.erase} onCancel={() => setErasing(false)} />;
  }
  return (
    <div className={classes.actions}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={commands.restore}
      >
        {t('restore')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setErasing(true)}
      >
        {t('erase')}
      </Button>
    </div>
  );
};
