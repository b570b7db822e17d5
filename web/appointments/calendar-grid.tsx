import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { useOnTick } from '../ui/clock.ts';
import { wallTime } from '../ui/clinic-time.ts';
import { CalendarColumn } from './calendar-column.tsx';
import {
  minuteText,
  isIn,
  minuteOf,
  movedTo,
  shownHours,
  type CalendarColumn as Column,
} from './calendar-columns.ts';
import classes from './calendar-grid.module.css';
import { useLifted, type Lifted } from './use-lifted.ts';
import type { Move } from './use-book-changes.ts';

const pixelsPerMinute = 1.4;

interface CalendarGridProps {
  label: string;
  columns: readonly Column[];
  appointments: readonly AppointmentView[];
  timeZone: string;
  canWrite: boolean;
  openId: string | undefined;
  onOpen: (id: string) => void;
  onFree: (column: Column, minute: number) => void;
  onMove: (appointment: AppointmentView, to: Move) => void;
}

const minutesIn = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** Days or practitioners beside each other, time from top to bottom. */
export const CalendarGrid = ({ columns, appointments, timeZone, onMove, ...props }: CalendarGridProps) => {
  const { t, i18n } = useTranslation('calendar');
  const { from, until } = shownHours(appointments, timeZone);
  const now = useOnTick((second) => wallTime(second * 1000, timeZone));
  const scroller = useRef<HTMLElement>(null);
  // Once, when the calendar is opened: later it stays where it was pushed to.
  const showBeginning = useEffectEvent(() => {
    const starts = appointments.map(({ startsAt }) => minuteOf(startsAt, timeZone));
    const isToday = columns.some(({ day }) => now.startsWith(day));
    const minute = isToday ? minutesIn(now) - 75 : Math.min(...starts, 9 * 60) - 15;
    scroller.current?.scrollTo({ top: (minute - from) * pixelsPerMinute });
  });
  useEffect(() => showBeginning(), []);
  const put = (appointment: AppointmentView, column: number, minute: number): void => {
    const to = columns[column] === undefined ? null : movedTo(appointment, columns[column], minute, timeZone);
    if (to === null) return;
    const stays =
      Date.parse(to.startsAt) === Date.parse(appointment.startsAt) &&
      to.practitioner.id === appointment.practitioner.id;
    if (!stays) onMove(appointment, to);
  };
  const { lifted, onKeyDown } = useLifted({
    columns,
    timeZone,
    enabled: props.canWrite,
    onDrop: (held) => put(held.appointment, held.column, held.minute),
  });
  const shownIn = (column: Column, index: number): AppointmentView[] => {
    const own = appointments.filter((one) =>
      lifted?.appointment.id === one.id ? lifted.column === index : isIn(column, one, timeZone),
    );
    return own;
  };
  const hours = Array.from({ length: (until - from) / 60 }, (_, index) => from + index * 60);
  const hourText = (minute: number): string =>
    new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', hour: 'numeric' }).format(minute * 60_000);
  return (
    <section ref={scroller} className={classes.scroller} aria-label={props.label} tabIndex={0}>
      <Announcement lifted={lifted} columns={columns} />
      <div className={classes.grid} style={{ '--columns': columns.length } as React.CSSProperties}>
        <div className={classes.corner} />
        {columns.map((column) => (
          <h2
            key={column.key}
            className={classes.columnHead}
            data-today={now.startsWith(column.day) || undefined}
          >
            {column.title}
          </h2>
        ))}
        <div className={classes.hours} aria-hidden>
          {hours.map((minute) => (
            <div key={minute} className={classes.hour} style={{ height: 60 * pixelsPerMinute }}>
              {hourText(minute)}
            </div>
          ))}
        </div>
        {columns.map((column, index) => (
          <CalendarColumn
            key={column.key}
            column={column}
            appointments={shownIn(column, index)}
            from={from}
            until={until}
            pixelsPerMinute={pixelsPerMinute}
            timeZone={timeZone}
            now={now.startsWith(column.day) ? minutesIn(now) : null}
            canWrite={props.canWrite}
            lifted={lifted}
            openId={props.openId}
            onOpen={props.onOpen}
            onFree={(minute) => props.onFree(column, minute)}
            onDrop={(id, minute) => {
              const dropped = appointments.find((one) => one.id === id);
              if (dropped !== undefined) put(dropped, index, minute);
            }}
            onKeyDown={(event, appointment) => onKeyDown(event, appointment, index)}
          />
        ))}
      </div>
      {props.canWrite && <p className={classes.keys}>{t('keys')}</p>}
    </section>
  );
};

/** Says aloud where a lifted appointment is held. */
const Announcement = ({ lifted, columns }: { lifted: Lifted | null; columns: readonly Column[] }) => {
  const { t, i18n } = useTranslation('calendar');
  return (
    <div className={classes.announcement} role="status">
      {lifted !== null &&
        t('lifted', {
          name: lifted.appointment.patient.name,
          when: minuteText(lifted.minute, i18n.language),
          where: columns[lifted.column]?.title ?? '',
        })}
    </div>
  );
};
