import { holidayOn, type BusinessHours, type HolidaySettings } from '../../clinics/rules/opening.ts';
import type { Window } from './contact-rule.ts';

type Hours = {
  windows: readonly Window[];
  zone: string;
  /** null: also on holidays */
  holidays: HolidaySettings | null;
};

/** Longer than any run of holidays; who is not reached by then has no hours at all. */
const daysToLook = 31;

/** Opening hours as windows. A span past midnight ends with its day: nobody is contacted at night. */
export const windowsOf = (hours: BusinessHours): Window[] =>
  Object.entries(hours).flatMap(([day, spans]) =>
    (spans ?? []).map(([from, to]) => ({ days: [Number(day)], from, to: to > from ? to : '24:00' })),
  );

const at = (date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant =>
  time === '24:00'
    ? date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
    : date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

const isClosed = (date: Temporal.PlainDate, holidays: HolidaySettings | null): boolean =>
  holidays !== null && holidayOn(date, holidays) !== null;

/** The first instant not before `from` that is inside of the hours; null when there is none in a month. */
export const nextInHours = (
  { windows, zone, holidays }: Hours,
  from: Temporal.Instant,
): Temporal.Instant | null => {
  const today = from.toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead < daysToLook; ahead += 1) {
    const date = today.add({ days: ahead });
    if (isClosed(date, holidays)) continue;
    const ofDay = windows
      .filter(({ days }) => days.includes(date.dayOfWeek))
      .toSorted((a, b) => a.from.localeCompare(b.from));
    for (const window of ofDay) {
      const start = at(date, window.from, zone);
      const end = at(date, window.to, zone);
      if (Temporal.Instant.compare(from, end) >= 0) continue;
      return Temporal.Instant.compare(from, start) >= 0 ? from : start;
    }
  }
  return null;
};
