import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { orNull } from '../ui/typed-text.ts';
import { ChannelField } from './channel-field.tsx';
import { valueOf } from './choices.ts';
import classes from './consent-panel.module.css';
import { useConsentCommands } from './use-consent-commands.ts';

/** A number or address that is not to be contacted any more, whoever has it. */
export const BlockAddress = ({ clinic, onClose }: { clinic: MyClinic; onClose: () => void }) => {
  const { t } = useTranslation('consent');
  const { block, saving } = useConsentCommands(clinic.id);
  const [address, setAddress] = useState('');
  const [channel, setChannel] = useState('call');
  const [note, setNote] = useState('');
  return (
    <form
      className={classes.form}
      style={{ border: 0, padding: 0, maxWidth: 480 }}
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          address: address.trim(),
          channel: valueOf(channel),
          note: orNull(note),
        };
        block(body, onClose);
      }}
    >
      <TextInput
        label={t('optOuts.address')}
        description={t('optOuts.addressHint')}
        required
        autoFocus
        maxLength={254}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <ChannelField label={t('decline.channel')} value={channel} onChange={setChannel} />
      <TextInput
        label={t('optOuts.note')}
        placeholder={t('optOuts.noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" loading={saving} disabled={address.trim().length < 3}>
          {t('optOuts.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('optOuts.cancel')}
        </Button>
      </Group>
    </form>
  );
};
