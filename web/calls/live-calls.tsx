import { IconAlarm, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';
import { useSecond } from '../ui/clock.ts';
import { formatDuration } from '../ui/duration.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { CallStatusLabel } from './call-status-label.tsx';
import { EmergencyLabel } from './emergency-label.tsx';
import { byUrgency, waitsTooLong } from './live-call-order.ts';
import classes from './live-calls.module.css';

/** Ringing, waiting and running calls, those that need somebody first. */
export const LiveCalls = ({ calls, clinicId }: { calls: readonly LiveCall[]; clinicId: string }) => {
  const { t } = useTranslation('calls');
  if (calls.length === 0) {
    return (
      <EmptyState icon={<IconPhone />} title={t('live.none')}>
        {t('live.noneText')}
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {calls.toSorted(byUrgency).map((call) => (
        <LiveCallRow key={call.id} call={call} clinicId={clinicId} />
      ))}
    </ul>
  );
};

const LiveCallRow = ({ call, clinicId }: { call: LiveCall; clinicId: string }) => {
  const { t } = useTranslation('calls');
  const { format } = usePhoneNumbers();
  const second = useSecond();
  // A conversation goes on where it was after a hold, as its clock does in the dock.
  const since = call.status === 'connected' ? (call.answeredAt ?? call.statusSince) : call.statusSince;
  const seconds = second - Date.parse(since) / 1000;
  const number = call.direction === 'inbound' ? call.from : call.to;
  const shownNumber = number === 'anonymous' ? t('live.anonymous') : format(number);
  const tooLong = waitsTooLong(call, seconds);
  return (
    <li>
      <Link
        to="/clinics/$clinicId/calls/$callId"
        params={{ clinicId, callId: call.id }}
        className={classes.call}
        data-testid={`live-call-${call.id}`}
        data-status={call.status}
        data-late={tooLong || call.emergency !== null}
      >
        <span className={classes.top}>
          <span className={classes.name}>{call.caller.name ?? shownNumber}</span>
          <span className={classes.clock}>
            {tooLong && <IconAlarm size={16} aria-label={t('live.tooLong')} />}
            {formatDuration(seconds)}
          </span>
        </span>
        <span className={classes.bottom}>
          <EmergencyLabel emergency={call.emergency} />
          <CallStatusLabel status={call.status} outcome={null} />
          <span className={classes.detail}>
            {useDetail(call, call.caller.name === null ? null : shownNumber)}
          </span>
        </span>
      </Link>
    </li>
  );
};

/** Who is rung or spoken with, what for, and from which number. */
const useDetail = (call: LiveCall, number: string | null): string => {
  const { t } = useTranslation('calls');
  const names = [...new Set(call.ringing.map((person) => person.name))].join(', ');
  const reason = call.menuChoice ?? call.department?.name;
  return [
    call.status === 'ringing' && names !== ''
      ? t(call.direction === 'inbound' ? 'live.rings' : 'live.dials', { names })
      : null,
    call.connectedTo === null ? null : t('live.with', { name: call.connectedTo.name }),
    reason === undefined ? null : reason,
    number,
  ]
    .filter((part) => part !== null)
    .join(' · ');
};
