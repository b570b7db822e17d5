/** Calendar days as `2026-11-21`, without a zone. */

const dayMs = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => toDay(at(day) + days * dayMs);

/** Monday is where both languages begin the working week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));

export const weekOf = (day: string): string[] =>
  Array.from({ length: 7 }, (_, index) => addDays(mondayOf(day), index));

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(at(day)).getUTCDay());

/** `Tue, Nov 24`, for the head of a column. */
export const shortDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  }).format(at(day));

/** `Tuesday, November 24, 2026` */
export const longDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'full' }).format(at(day));

/** `Nov 23 – 29, 2026` */
export const dayRange = (from: string, to: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' }).formatRange(at(from), at(to));
