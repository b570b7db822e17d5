import type { PastTime } from './demo-past.ts';

/** Something that happened, to be done with the clock set to its time. */
export type Moment = { at: Temporal.Instant; what: () => Promise<unknown> };

/** Saturday and Sunday are 6 and 7. */
const isWorkday = (date: Temporal.PlainDate): boolean => date.dayOfWeek < 6;

/** The working day that many before this one. Holidays are not asked about: it is a demo's past. */
export const workdayBefore = (date: Temporal.PlainDate, count: number): Temporal.PlainDate => {
  let found = date;
  for (let left = count; left > 0;) {
    found = found.subtract({ days: 1 });
    if (isWorkday(found)) left -= 1;
  }
  return found;
};

export const instantAt = (date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

export const instantOf = (when: PastTime, timeZone: string, now: Temporal.Instant): Temporal.Instant =>
  'minutesAgo' in when
    ? now.subtract({ minutes: when.minutesAgo })
    : instantAt(
        workdayBefore(now.toZonedDateTimeISO(timeZone).toPlainDate(), when.workdaysAgo),
        when.at,
        timeZone,
      );
