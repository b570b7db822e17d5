import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { timeOfDay } from '../ui/moment.ts';
import { AppointmentStatusIcon } from './appointment-status-label.tsx';
import classes from './calendar-grid.module.css';
import { useDraggedAppointment } from './drag-appointment.ts';
import type { Placed } from './place-blocks.ts';

interface AppointmentBlockProps {
  appointment: AppointmentView;
  placed: Placed;
  /** minute of the column's upper edge, and how high a minute is */
  from: number;
  pixelsPerMinute: number;
  timeZone: string;
  /** in a column of a day the practitioner is not above it */
  namesPractitioner: boolean;
  canMove: boolean;
  lifted: boolean;
  open: boolean;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One appointment in its place. */
export const AppointmentBlock = ({ appointment, placed, ...props }: AppointmentBlockProps) => {
  const { t, i18n } = useTranslation(['calendar', 'appointments']);
  const { patient, practitioner, status, type, reason, startsAt, endsAt } = appointment;
  const { block, dragging } = useDraggedAppointment(appointment.id, props.canMove);
  const time = (at: string): string => timeOfDay(at, i18n.language, props.timeZone);
  const height = (placed.until - placed.from) * props.pixelsPerMinute;
  const name = t('calendar:block', {
    name: patient.name,
    from: time(startsAt),
    to: time(endsAt),
    reason,
    practitioner: practitioner.name,
    status: t(`appointments:statuses.${status}`),
  });
  return (
    <button
      ref={block}
      type="button"
      className={classes.block}
      aria-label={name}
      title={name}
      aria-pressed={props.open}
      data-appointment={appointment.id}
      data-colour={type?.colour ?? 'grey'}
      data-status={status}
      data-dragging={dragging || undefined}
      data-lifted={props.lifted || undefined}
      data-low={height < 36 || undefined}
      style={{
        top: (placed.from - props.from) * props.pixelsPerMinute + 1,
        height: Math.max(height - 2, 18),
        left: `calc(${(placed.lane / placed.lanes) * 100}% + 1px)`,
        width: `calc(${100 / placed.lanes}% - 3px)`,
      }}
      onClick={props.onOpen}
      onKeyDown={props.onKeyDown}
    >
      <span className={classes.blockHead}>
        <span className={classes.blockIcon} data-status={status} aria-hidden>
          <AppointmentStatusIcon status={status} />
        </span>
        <span className={classes.blockName}>{patient.name}</span>
      </span>
      <span className={classes.blockText}>
        {time(startsAt)} {reason}
      </span>
      {props.namesPractitioner && height >= 56 && (
        <span className={classes.blockText}>{practitioner.name}</span>
      )}
    </button>
  );
};
