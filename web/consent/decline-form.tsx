import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { orNull } from '../ui/typed-text.ts';
import { ChannelField } from './channel-field.tsx';
import { every, purposes, valueOf } from './choices.ts';
import classes from './consent-panel.module.css';
import { useContactWords } from './contact-words.ts';
import { useConsentCommands } from './use-consent-commands.ts';

interface DeclineFormProps {
  patientId: string;
  clinic: MyClinic;
  onClose: () => void;
}

/** Somebody told us that they want no more of something. */
export const DeclineForm = ({ patientId, clinic, onClose }: DeclineFormProps) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { decline, saving } = useConsentCommands(clinic.id);
  const [channel, setChannel] = useState<string>(every);
  const [purpose, setPurpose] = useState<string>(every);
  const [note, setNote] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          channel: valueOf(channel),
          purpose: valueOf(purpose),
          note: orNull(note),
        };
        decline(patientId, body, onClose);
      }}
    >
      <ChannelField label={t('decline.channel')} value={channel} onChange={setChannel} />
      <Select
        label={t('decline.purpose')}
        allowDeselect={false}
        data={[
          { value: every, label: words.purpose(null) },
          ...purposes.map((value) => ({ value, label: words.purpose(value) })),
        ]}
        value={purpose}
        onChange={(value) => setPurpose(value ?? every)}
      />
      <TextInput
        label={t('optOuts.note')}
        placeholder={t('optOuts.noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="sm" loading={saving}>
          {t('decline.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('give.cancel')}
        </Button>
      </Group>
    </form>
  );
};
