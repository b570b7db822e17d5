import { IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { pageScroller } from '../ui/at-top.ts';
import { formatDuration } from '../ui/duration.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { CallStatusLabel } from './call-status-label.tsx';
import rowLink from '../ui/row-link.module.css';
import classes from './call-table.module.css';
import { EmergencyLabel } from './emergency-label.tsx';

const columns = ['caller', 'outcome', 'department', 'answeredBy', 'when', 'length'] as const;
const rowHeight = 41;

const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columns.length} style={{ height }} />
    </tr>
  );

/** Only the rows in sight are drawn, however many are loaded. */
export const CallTable = ({ calls, clinic }: { calls: readonly CallListItem[]; clinic: MyClinic }) => {
  const { t } = useTranslation('calls');
  const table = useRef<HTMLTableElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const scroller = pageScroller();
    if (scroller === null || table.current === null) return;
    const offset = table.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setAbove(offset + scroller.scrollTop);
  }, []);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to a memoized component
  const rows = useVirtualizer({
    count: calls.length,
    getScrollElement: pageScroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => calls[index]?.id ?? index,
    overscan: 12,
    scrollMargin: above,
  });
  const inSight = rows.getVirtualItems();
  return (
    <table ref={table} className={classes.table} aria-rowcount={calls.length + 1}>
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
        <Gap height={(inSight[0]?.start ?? above) - above} />
        {inSight.map(({ index, key }) => (
          <CallRow key={key} ref={rows.measureElement} index={index} call={calls[index]!} clinic={clinic} />
        ))}
        <Gap height={rows.getTotalSize() - ((inSight.at(-1)?.end ?? above) - above)} />
      </tbody>
    </table>
  );
};

interface CallRowProps {
  call: CallListItem;
  clinic: MyClinic;
  index: number;
  ref: Ref<HTMLTableRowElement>;
}

/** The link in the first cell covers the row: one click anywhere, one stop for the keyboard. */
const CallRow = ({ call, clinic, index, ref }: CallRowProps) => {
  const { t } = useTranslation('calls');
  const { format } = usePhoneNumbers();
  const raw = call.direction === 'inbound' ? call.from : call.to;
  const number = raw === 'anonymous' ? t('live.anonymous') : format(raw);
  const Direction = call.direction === 'inbound' ? IconPhoneIncoming : IconPhoneOutgoing;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} data-testid={`call-${call.id}`}>
      <td data-column="caller">
        <Direction size={18} className={classes.direction} aria-label={t(`directions.${call.direction}`)} />
        <Link
          to="/clinics/$clinicId/calls/$callId"
          params={{ clinicId: clinic.id, callId: call.id }}
          className={rowLink.link}
        >
          {call.callerName ?? number}
        </Link>
        {call.callerName !== null && <span className={classes.number}>{number}</span>}
        {call.emergency !== null && (
          <span className={classes.emergency}>
            <EmergencyLabel emergency={call.emergency} />
          </span>
        )}
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
