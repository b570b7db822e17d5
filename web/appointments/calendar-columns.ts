import type { AppointmentView, PractitionerView } from '../../src/appointments/rules/appointment-views.ts';
import { instantAt, wallTime } from '../ui/clinic-time.ts';
import { isWeekend, shortDay, weekOf } from './calendar-days.ts';
import type { Move } from './use-book-changes.ts';

/** One column of the calendar: a day of a practitioner, or of everybody. */
export interface CalendarColumn {
  key: string;
  title: string;
  day: string;
  /** null: the column is a day, and whoever an appointment is with stays */
  practitioner: AppointmentView['practitioner'] | null;
}

export const stepMinutes = 15;

/** Minutes since the midnight of its day on the clinic's clock. */
export const minuteOf = (at: string, timeZone: string): number => {
  const [hours = '0', minutes = '0'] = wallTime(Date.parse(at), timeZone).slice(11).split(':');
  return Number(hours) * 60 + Number(minutes);
};

export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `2:05 PM`, `14:05`: a minute of a day in the reader's language. */
export const minuteText = (minute: number, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', timeStyle: 'short' }).format(minute * 60_000);

/** A day has a column for each practitioner who works here or has somebody on it. */
export const dayColumns = (
  day: string,
  practitioners: readonly PractitionerView[],
  appointments: readonly AppointmentView[],
  only: string | undefined,
): CalendarColumn[] => {
  const busy = new Set(appointments.map(({ practitioner }) => practitioner.id));
  return practitioners
    .filter(({ id, archived }) => (only === undefined || id === only) && (!archived || busy.has(id)))
    .map(({ id, name }) => ({ key: id, title: name, day, practitioner: { id, name } }));
};

/** A week has a column for each day; a week-end only when something is on it. */
export const weekColumns = (
  day: string,
  language: string,
  isBusy: (day: string) => boolean,
): CalendarColumn[] => {
  const days = weekOf(day);
  const withWeekend = days.some((each) => isWeekend(each) && (each === day || isBusy(each)));
  return days
    .filter((each) => withWeekend || !isWeekend(each))
    .map((each) => ({ key: each, title: shortDay(each, language), day: each, practitioner: null }));
};

export const isIn = (column: CalendarColumn, appointment: AppointmentView, timeZone: string): boolean =>
  wallTime(Date.parse(appointment.startsAt), timeZone).startsWith(column.day) &&
  (column.practitioner === null || column.practitioner.id === appointment.practitioner.id);

/** Where an appointment comes to when it is put there; null where the clock skips that time. */
export const movedTo = (
  appointment: AppointmentView,
  column: CalendarColumn,
  minute: number,
  timeZone: string,
): Move | null => {
  const startsAt = instantAt(`${column.day}T${clockText(minute)}`, timeZone);
  if (startsAt === null) return null;
  const length = Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt);
  return {
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + length).toISOString(),
    practitioner: column.practitioner ?? appointment.practitioner,
  };
};

const usualDay = { from: 7 * 60, until: 19 * 60 };

/** The hours that are shown: a usual day, longer when somebody comes earlier or stays later. */
export const shownHours = (
  appointments: readonly AppointmentView[],
  timeZone: string,
): { from: number; until: number } => {
  let { from, until } = usualDay;
  for (const { startsAt, endsAt } of appointments) {
    const start = minuteOf(startsAt, timeZone);
    from = Math.min(from, start);
    until = Math.max(until, start + minutesBetween(startsAt, endsAt));
  }
  return { from: Math.floor(from / 60) * 60, until: Math.min(24 * 60, Math.ceil(until / 60) * 60) };
};
