import { ActionIcon, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useLayout } from '../desk/desk-context.ts';
import { e164, readable } from '../telephone/phone-number.ts';
import { putHandset } from '../wire/handset-requests.ts';
import { useServedNumbers } from '../wire/numbers.query.ts';
import classes from './any-number.module.css';

/** A telephone for whatever number is typed: a stranger, a new lead, somebody abroad. */
export function AnyNumber() {
  const { t } = useTranslation('telephones');
  const { state, layout, problem } = useDesk();
  const oldestNumber = useServedNumbers().at(-1)?.phoneNumber;
  const inHand = useLayout((each) => each.inHand);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const number = e164(text, inHand ?? oldestNumber ?? '');
    if (number === null) return setError(t('shelf.noNumber'));
    setText('');
    if (!state.get().telephones[number]) {
      const handset = await putHandset(number, { name: readable(number), role: 'other' });
      state.dispatch({ type: 'handset', handset });
    }
    layout.dispatch({ type: 'open', number });
  };
  return (
    <form className={classes.form} onSubmit={(event) => void add(event).catch(problem.dispatch)}>
      <TextInput
        className={classes.text ?? ''}
        aria-label={t('shelf.anyNumber')}
        placeholder={t('shelf.anyNumber')}
        inputMode="tel"
        autoComplete="off"
        value={text}
        error={error}
        onChange={(event) => {
          setError(null);
          setText(event.currentTarget.value);
        }}
      />
      <ActionIcon
        type="submit"
        size={36}
        variant="default"
        aria-label={t('shelf.add')}
        title={t('shelf.add')}
      >
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
    </form>
  );
}
