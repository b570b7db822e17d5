import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { AppointmentBlock } from './appointment-block.tsx';
import {
  minuteText,
  minuteOf,
  minutesBetween,
  stepMinutes,
  type CalendarColumn as Column,
} from './calendar-columns.ts';
import classes from './calendar-grid.module.css';
import { useDropColumn } from './drag-appointment.ts';
import { placeBlocks } from './place-blocks.ts';
import type { Lifted } from './use-lifted.ts';

interface CalendarColumnProps {
  column: Column;
  appointments: readonly AppointmentView[];
  from: number;
  until: number;
  pixelsPerMinute: number;
  timeZone: string;
  /** minute of the day; null: this column is not today's */
  now: number | null;
  canWrite: boolean;
  lifted: Lifted | null;
  openId: string | undefined;
  onOpen: (id: string) => void;
  onFree: (minute: number) => void;
  onDrop: (id: string, minute: number) => void;
  onKeyDown: (event: KeyboardEvent, appointment: AppointmentView) => void;
}

/** A day from top to bottom. A click on what is free begins an appointment there. */
export const CalendarColumn = ({ column, appointments, lifted, ...props }: CalendarColumnProps) => {
  const { t, i18n } = useTranslation('calendar');
  const { from, until, pixelsPerMinute, timeZone, canWrite } = props;
  const { column: element, over } = useDropColumn({
    enabled: canWrite,
    from,
    pixelsPerMinute,
    onDrop: props.onDrop,
  });
  const byId = new Map(appointments.map((one) => [one.id, one]));
  const placed = placeBlocks(
    appointments.map((one) => {
      const start = lifted?.appointment.id === one.id ? lifted.minute : minuteOf(one.startsAt, timeZone);
      return { id: one.id, from: start, until: start + minutesBetween(one.startsAt, one.endsAt) };
    }),
  );
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (!canWrite || event.target !== event.currentTarget) return;
    const minute = from + (event.clientY - event.currentTarget.getBoundingClientRect().top) / pixelsPerMinute;
    props.onFree(Math.floor(minute / stepMinutes) * stepMinutes);
  };
  return (
    <div
      ref={element}
      role="group"
      aria-label={t('freeTime', { name: column.title })}
      className={classes.column}
      data-free={canWrite || undefined}
      style={{ height: (until - from) * pixelsPerMinute }}
      onClick={onClick}
    >
      {over !== null && (
        <div className={classes.over} style={{ top: (over - from) * pixelsPerMinute }} aria-hidden>
          {minuteText(over, i18n.language)}
        </div>
      )}
      {props.now !== null && props.now >= from && props.now < until && (
        <div className={classes.now} style={{ top: (props.now - from) * pixelsPerMinute }} aria-hidden />
      )}
      {placed.map((place) => {
        const appointment = byId.get(place.id)!;
        return (
          <AppointmentBlock
            key={place.id}
            appointment={appointment}
            placed={place}
            from={from}
            pixelsPerMinute={pixelsPerMinute}
            timeZone={timeZone}
            namesPractitioner={column.practitioner === null}
            canMove={canWrite && (appointment.status === 'booked' || appointment.status === 'confirmed')}
            lifted={lifted?.appointment.id === place.id}
            open={props.openId === place.id}
            onOpen={() => props.onOpen(place.id)}
            onKeyDown={(event) => props.onKeyDown(event, appointment)}
          />
        );
      })}
    </div>
  );
};
