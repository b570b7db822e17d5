import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientListItem, Total } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import classes from './patient-list.module.css';
import { PatientRow } from './patient-row.tsx';

const columns = ['name', 'birthDate', 'number', 'language', 'nextAppointment', 'balance'] as const;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
/** Rows before the end at which the next page is asked for. */
const ahead = 30;

/** What scrolls is the frame's content, so that head and filters scroll away and phones keep all their height. */
const scroller = (): HTMLElement | null => document.getElementById('content');

interface PatientListProps {
  patients: readonly PatientListItem[];
  total: Total | null;
  clinic: MyClinic;
  today: string;
  onNearEnd: () => void;
}

/** Only the rows in sight are drawn. Arrow keys go from row to row, Enter opens. */
export const PatientList = ({ patients, total, clinic, today, onNearEnd }: PatientListProps) => {
  const { t } = useTranslation('patients');
  const narrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  const rowHeight = narrow ? 60 : 40;
  const body = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const content = scroller();
    if (body.current === null || content === null) return;
    const top = body.current.getBoundingClientRect().top - content.getBoundingClientRect().top;
    setAbove(Math.round(top + content.scrollTop));
  }, [patients.length, narrow]);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not memoised
  const rows = useVirtualizer({
    count: patients.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    scrollMargin: above,
    overscan: 12,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const nearEnd = useEffectEvent(onNearEnd);
  useEffect(() => {
    if (last >= patients.length - ahead) nearEnd();
  }, [last, patients.length]);
  const moveFocus = (event: React.KeyboardEvent): void => {
    const step = steps[event.key];
    const from = Number((event.target as HTMLElement).dataset['person']);
    if (step === undefined || Number.isNaN(from)) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + step, 0), patients.length - 1);
    rows.scrollToIndex(to);
    body.current?.querySelector<HTMLElement>(`[data-person="${to}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={total?.exact === true ? total.count + 1 : -1}
      className={classes.table}
      onKeyDown={moveFocus}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        {columns.map((column) => (
          <span key={column} role="columnheader" data-column={column}>
            {t(`columns.${column}`)}
          </span>
        ))}
      </div>
      <div ref={body} role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const patient = patients[row.index];
          return patient === undefined ? null : (
            <PatientRow
              key={patient.id}
              patient={patient}
              index={row.index}
              top={row.start - above}
              height={row.size}
              clinic={clinic}
              today={today}
            />
          );
        })}
      </div>
    </div>
  );
};
