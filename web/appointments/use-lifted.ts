import { useEffect, useState, type KeyboardEvent } from 'react';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { minuteOf, stepMinutes, type CalendarColumn } from './calendar-columns.ts';

export interface Lifted {
  appointment: AppointmentView;
  /** index of the column it is held over */
  column: number;
  minute: number;
}

interface LiftingOptions {
  columns: readonly CalendarColumn[];
  timeZone: string;
  enabled: boolean;
  onDrop: (lifted: Lifted) => void;
}

const steps: Record<string, { columns: number; minutes: number }> = {
  ArrowUp: { columns: 0, minutes: -stepMinutes },
  ArrowDown: { columns: 0, minutes: stepMinutes },
  ArrowLeft: { columns: -1, minutes: 0 },
  ArrowRight: { columns: 1, minutes: 0 },
};
const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** Moving by keyboard: M lifts an appointment, arrows carry it, Enter puts it down, Escape puts it back. */
export const useLifted = ({ columns, timeZone, enabled, onDrop }: LiftingOptions) => {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const heldId = lifted?.appointment.id;
  const heldColumn = lifted?.column;
  // In another column it is another element: the keyboard goes with it.
  useEffect(() => {
    if (heldId !== undefined && heldColumn !== undefined)
      document.querySelector<HTMLElement>(`[data-appointment="${heldId}"]`)?.focus();
  }, [heldId, heldColumn]);

  const carry = (key: string, held: Lifted): boolean => {
    const step = steps[key];
    if (step !== undefined) {
      setLifted({
        ...held,
        column: within(held.column + step.columns, columns.length - 1),
        minute: within(held.minute + step.minutes, 24 * 60 - stepMinutes),
      });
    } else if (key === 'Enter' || key === ' ') {
      setLifted(null);
      onDrop(held);
    } else if (key === 'Escape') setLifted(null);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent, appointment: AppointmentView, column: number): void => {
    if (!enabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const isKnown =
      lifted === null
        ? event.key.toLowerCase() === 'm' && lift(appointment, column)
        : carry(event.key, lifted);
    if (!isKnown) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const lift = (appointment: AppointmentView, column: number): true => {
    const minute = minuteOf(appointment.startsAt, timeZone);
    setLifted({ appointment, column, minute: minute - (minute % stepMinutes) });
    return true;
  };
  return { lifted, onKeyDown, putBack: () => setLifted(null) };
};
