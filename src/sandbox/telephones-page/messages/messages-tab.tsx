import { ActionIcon, Select, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconMessageOff, IconPencil } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk } from '../desk/desk-context.ts';
import { Party } from '../telephone/party.tsx';
import { readable } from '../telephone/phone-number.ts';
import { nameOfNumber, numberToCall, useServedNumbers } from '../wire/numbers.query.ts';
import classes from './messages-tab.module.css';
import { useTextMessages } from './messages.query.ts';
import { ThreadView } from './thread-view.tsx';
import { type Thread, threadsOf } from './threads.ts';

/** Text messages as threads; a telephone with one thread shows it at once. */
export function MessagesTab({ telephone }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { state } = useDesk();
  const { number, unread } = telephone;
  const { data, isPending } = useTextMessages(number);
  const threads = useMemo(() => threadsOf(number, data ?? []), [number, data]);
  const numbers = useServedNumbers();
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const usual = threads.length > 1 ? null : (threads[0]?.with ?? numberToCall(telephone, numbers));
  const party = chosen === undefined ? usual : chosen;
  useEffect(() => {
    if (unread > 0) state.dispatch({ type: 'messages-read', number });
  }, [unread, number, state]);
  if (isPending) return <Skeleton m={12} height={80} width="auto" />;
  if (party === null) return <ThreadList threads={threads} onChoose={setChosen} />;
  return (
    <>
      <div className={classes.head}>
        {threads.length > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('messages.all')}
            onClick={() => setChosen(null)}
          >
            <IconArrowLeft size={18} aria-hidden />
          </ActionIcon>
        )}
        <Select
          className={classes.party ?? ''}
          aria-label={t('messages.with')}
          allowDeselect={false}
          searchable
          size="xs"
          value={party}
          data={parties(party, threads, numbers).map(({ value, name }) => ({ value, label: name }))}
          onChange={(value) => setChosen(value)}
        />
      </div>
      <ThreadView
        number={number}
        party={party}
        messages={threads.find((each) => each.with === party)?.messages ?? []}
      />
    </>
  );
}

function ThreadList({
  threads,
  onChoose,
}: {
  threads: readonly Thread[];
  onChoose: (party: string) => void;
}) {
  const { t } = useTranslation('telephones');
  if (threads.length === 0)
    return (
      <p className={classes.empty}>
        <IconMessageOff size={28} stroke={1.4} aria-hidden />
        {t('messages.none')}
      </p>
    );
  return (
    <ul className={classes.threads}>
      {threads.map((thread) => (
        <li key={thread.with}>
          <UnstyledButton className={classes.thread} onClick={() => onChoose(thread.with)}>
            <strong>
              <Party address={thread.with} />
            </strong>
            <span className={classes.preview}>
              {thread.messages.at(-1)?.from === thread.with ? null : <IconPencil size={12} aria-hidden />}{' '}
              {thread.messages.at(-1)?.body}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

/** With whom one could write: those one has written with, and the clinics. */
function parties(
  party: string,
  threads: readonly Thread[],
  numbers: readonly { phoneNumber: string; friendlyName: string }[],
): readonly { value: string; name: string }[] {
  const all = new Set([
    ...threads.map((thread) => thread.with),
    ...numbers.map((each) => each.phoneNumber),
    party,
  ]);
  return [...all]
    .filter((value) => value !== '')
    .map((value) => ({ value, name: nameOfNumber(value, numbers) ?? readable(value) }));
}
