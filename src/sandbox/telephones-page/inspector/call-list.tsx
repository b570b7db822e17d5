import { Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../app/use-moment.ts';
import { useDesk } from '../desk/desk-context.ts';
import { clockText } from '../telephone/duration.ts';
import { Party } from '../telephone/party.tsx';
import classes from './call-list.module.css';
import { callStatusWords } from './call-status-words.ts';
import { type Call, useCalls } from './calls.query.ts';

/** All calls of the sandbox, the newest first. */
export function CallList() {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { data, isPending } = useCalls();
  if (isPending) return <Skeleton height={160} />;
  if (!data || data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('calls.none')}
      </Text>
    );
  return (
    <ul className={classes.calls} data-testid="calls">
      {data.map((call) => (
        <li key={call.sid}>
          <CallRow
            call={call}
            onOpen={() => layout.dispatch({ type: 'panel', panel: { kind: 'calls', callSid: call.sid } })}
          />
        </li>
      ))}
    </ul>
  );
}

export function CallRow({ call, onOpen }: { call: Call; onOpen: () => void }) {
  const { t } = useTranslation('telephones');
  const moment = useMoment();
  const inbound = call.direction === 'inbound';
  const Direction = inbound ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <UnstyledButton
      className={classes.call}
      onClick={onOpen}
      data-child={call.parentCallSid !== null || undefined}
    >
      <Direction
        size={18}
        className={classes.direction}
        aria-label={t(inbound ? 'calls.inbound' : 'calls.outbound')}
      />
      <span className={classes.parties}>
        <span>
          <Party address={call.from} /> → <Party address={call.to} />
        </span>
        <span className={classes.when}>
          {moment(call.createdAt)}
          {call.durationSeconds !== null && ` · ${clockText(call.durationSeconds * 1000)}`}
        </span>
      </span>
      <span className={classes.status} data-status={call.status}>
        {callStatusWords(call.status, t)}
      </span>
    </UnstyledButton>
  );
}
