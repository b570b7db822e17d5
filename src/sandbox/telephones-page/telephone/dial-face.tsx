import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconBackspace, IconPhone } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../app/store.ts';
import type { Telephone } from '../desk/desk-state.ts';
import type { TelephoneActions } from '../desk/telephone-actions.ts';
import { nameOfNumber, numberToCall, useServedNumbers } from '../wire/numbers.query.ts';
import { dialText } from './dial-text.ts';
import { Keypad } from './keypad.tsx';
import { LastCallNote } from './last-call-note.tsx';
import classes from './phone-faces.module.css';
import { e164, readable } from './phone-number.ts';

/** A telephone at rest: a number to call and the keys to change it. */
export function DialFace({ telephone, actions }: { telephone: Telephone; actions: TelephoneActions }) {
  const { t } = useTranslation('telephones');
  const { number } = telephone;
  const numbers = useServedNumbers();
  const proposed = numberToCall(telephone, numbers);
  const typed = useStore(dialText, (texts) => texts[number]);
  const [problem, setProblem] = useState<string | null>(null);
  const clinic = nameOfNumber(proposed, numbers);
  const change = (action: { key: string } | { text: string } | { clear: true }) => {
    setProblem(null);
    dialText.dispatch({ number, ...action });
  };
  const dial = (event: SyntheticEvent): void => {
    event.preventDefault();
    const to = typed === undefined ? proposed : e164(typed, number);
    if (to === null || to === '') return setProblem(t('phone.noNumber'));
    change({ clear: true });
    actions.dial(to);
  };
  return (
    <form className={classes.face} onSubmit={dial}>
      <LastCallNote telephone={telephone} />
      <TextInput
        aria-label={t('phone.numberToCall')}
        placeholder={t('phone.numberToCall')}
        inputMode="tel"
        autoComplete="off"
        value={typed ?? readable(proposed)}
        error={problem}
        onChange={(event) => change({ text: event.currentTarget.value })}
        classNames={{ input: classes.number ?? '' }}
        rightSection={
          typed !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('phone.erase')}
              onClick={() => change({ key: 'Backspace' })}
            >
              <IconBackspace size={18} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <p className={classes.hint}>
        {typed === undefined && clinic}
        {typed !== undefined && proposed !== '' && (
          <button type="button" className={classes.link} onClick={() => change({ clear: true })}>
            {t('phone.callClinic', { clinic: clinic ?? readable(proposed) })}
          </button>
        )}
      </p>
      <Keypad compact={false} onKey={(key) => change({ key })} />
      <Button
        type="submit"
        className={classes.round}
        color="#1a7f4b"
        leftSection={<IconPhone size={20} aria-hidden />}
        data-testid="dial"
      >
        {t('phone.dial')}
      </Button>
    </form>
  );
}
