import { Button, Stack, TextInput } from '@mantine/core';
import { IconBell, IconPhone } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { useStartCall } from './use-start-call.ts';

/** Calls a number that is on no list. A number without a country is taken to be in the clinic's. */
export const Dialler = ({ clinic, onCalled }: { clinic: MyClinic; onCalled: () => void }) => {
  const { t } = useTranslation('softphone');
  const { parse } = usePhoneNumbers();
  const { start, possible, pending } = useStartCall(clinic.id);
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const number = parse(typed, clinic.phoneNumbers[0]);
    setRefused(number === null);
    if (number === null) return;
    start(number);
    onCalled();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('dial.open')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          size="md"
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
          error={refused ? t('dial.invalid') : null}
        />
        <Button
          type="submit"
          size="md"
          color="leaf"
          leftSection={<IconPhone size={18} aria-hidden />}
          disabled={!possible || typed.trim() === ''}
          loading={pending}
        >
          {t('dial.call')}
        </Button>
        <NotifyButton />
      </Stack>
    </form>
  );
};

/** Browsers let a page ask only after a click, and only once. */
const NotifyButton = () => {
  const { t } = useTranslation('softphone');
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  if (permission !== 'default') return null;
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconBell size={16} aria-hidden />}
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {t('notify')}
    </Button>
  );
};
