import { holidaysIn } from './holidays.ts';

export type BusinessHours = {
  [Day in '1' | '2' | '3' | '4' | '5' | '6' | '7']?: [string, string][] | undefined;
};

export type HolidaySettings = {
  country?: string | undefined;
  state?: string | undefined;
  /** local dates "YYYY-MM-DD" on which the clinic is closed as well */
  extra?: { date: string; name: string }[] | undefined;
  /** holidays of the calendar on which the clinic works */
  except?: string[] | undefined;
};

export type Opening =
  | { open: true }
  | { open: false; reason: 'after-hours' }
  | { open: false; reason: 'holiday'; holiday: string };

/** The name of the holiday, null on any other day. */
export const holidayOn = (date: Temporal.PlainDate, settings: HolidaySettings): string | null => {
  const day = date.toString();
  const own = settings.extra?.find((extra) => extra.date === day);
  if (own) return own.name;
  if (settings.country === undefined || settings.except?.includes(day) === true) return null;
  const holidays = holidaysIn(settings.country, settings.state, date.year);
  return holidays.find((holiday) => holiday.date === day)?.name ?? null;
};

const within = (time: Temporal.PlainTime, [from, to]: [string, string]): boolean => {
  const start = Temporal.PlainTime.from(from);
  const end = Temporal.PlainTime.from(to);
  const started = Temporal.PlainTime.compare(time, start) >= 0;
  const notOver = Temporal.PlainTime.compare(time, end) < 0;
  return Temporal.PlainTime.compare(end, start) > 0 ? started && notOver : started;
};

/** The part of yesterday's spans that runs past midnight. */
const stillFromYesterday = (time: Temporal.PlainTime, [from, to]: [string, string]): boolean => {
  const start = Temporal.PlainTime.from(from);
  const end = Temporal.PlainTime.from(to);
  return Temporal.PlainTime.compare(end, start) <= 0 && Temporal.PlainTime.compare(time, end) < 0;
};

const spansOf = (hours: BusinessHours, date: Temporal.PlainDate): [string, string][] =>
  hours[String(date.dayOfWeek) as keyof BusinessHours] ?? [];

/**
 * Whether the clinic is open at this instant, in its own zone. No business hours at all means always open
 * (holidays still hold).
 */
export const openingAt = (
  hours: BusinessHours,
  holidays: HolidaySettings,
  timeZone: string,
  now: Temporal.Instant,
): Opening => {
  const local = now.toZonedDateTimeISO(timeZone);
  const [date, time] = [local.toPlainDate(), local.toPlainTime()];
  const yesterday = date.subtract({ days: 1 });
  const lateShift =
    holidayOn(yesterday, holidays) === null &&
    spansOf(hours, yesterday).some((span) => stillFromYesterday(time, span));
  if (lateShift) return { open: true };
  const holiday = holidayOn(date, holidays);
  if (holiday !== null) return { open: false, reason: 'holiday', holiday };
  const always = Object.keys(hours).length === 0;
  return always || spansOf(hours, date).some((span) => within(time, span))
    ? { open: true }
    : { open: false, reason: 'after-hours' };
};
