import { IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { formatDuration } from '../ui/duration.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { CallStatusLabel } from './call-status-label.tsx';
import classes from './call-table.module.css';

const columns = ['caller', 'outcome', 'department', 'answeredBy', 'when', 'length'] as const;

export const CallTable = ({ calls, clinic }: { calls: readonly CallListItem[]; clinic: MyClinic }) => {
  const { t } = useTranslation('calls');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`log.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} clinic={clinic} />
        ))}
      </tbody>
    </table>
  );
};

/** The link in the first cell covers the row: one click anywhere, one stop for the keyboard. */
const CallRow = ({ call, clinic }: { call: CallListItem; clinic: MyClinic }) => {
  const { t } = useTranslation('calls');
  const { format } = usePhoneNumbers();
  const raw = call.direction === 'inbound' ? call.from : call.to;
  const number = raw === 'anonymous' ? t('live.anonymous') : format(raw);
  const Direction = call.direction === 'inbound' ? IconPhoneIncoming : IconPhoneOutgoing;
  return (
    <tr data-testid={`call-${call.id}`}>
      <td data-column="caller">
        <Direction size={18} className={classes.direction} aria-label={t(`directions.${call.direction}`)} />
        <Link
          to="/clinics/$clinicId/calls/$callId"
          params={{ clinicId: clinic.id, callId: call.id }}
          className={classes.link}
        >
          {call.callerName ?? number}
        </Link>
        {call.callerName !== null && <span className={classes.number}>{number}</span>}
      </td>
      <td data-column="outcome">
        <CallStatusLabel status={call.status} outcome={call.outcome} />
      </td>
      <td data-column="department">{call.department}</td>
      <td data-column="answeredBy">{call.answeredBy}</td>
      <td data-column="when">
        <MomentText at={call.startedAt} timeZone={clinic.timeZone} />
      </td>
      <td data-column="length">
        {call.durationSeconds === null ? '' : formatDuration(call.durationSeconds)}
      </td>
    </tr>
  );
};
