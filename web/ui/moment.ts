/** Words for a moment, in the reader's language and the clinic's time zone. */

const formatters = new Map<string, Intl.DateTimeFormat>();
const formatter = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, known);
  return known;
};

/** Calendar day in the zone, as `2026-11-21`. */
export const dayOf = (at: number, timeZone: string): string =>
  formatter('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** `14:05`, `2:05 PM` */
export const timeOfDay = (at: string, language: string, timeZone: string): string =>
  formatter(language, { timeZone, timeStyle: 'short' }).format(Date.parse(at));

/** `Saturday, November 21, 2026 at 2:05:09 PM`, for the tooltip behind a relative time. */
export const absolute = (at: string, language: string, timeZone: string): string =>
  formatter(language, { timeZone, dateStyle: 'full', timeStyle: 'medium' }).format(Date.parse(at));

/** `Nov 21, 2026, 2:05:09 PM`, where many moments stand below each other and the second counts. */
export const exact = (at: string, language: string, timeZone: string): string =>
  formatter(language, { timeZone, dateStyle: 'medium', timeStyle: 'medium' }).format(Date.parse(at));

/** `3 min. ago` within the hour; `2:05 PM` today; otherwise as `calendar`. */
export const relative = (at: string, nowSecond: number, language: string, timeZone: string): string => {
  const minutes = Math.round((nowSecond * 1000 - Date.parse(at)) / 60_000);
  if (minutes === 0) return relativeWords(language).format(0, 'second');
  if (Math.abs(minutes) < 60) return relativeWords(language).format(-minutes, 'minute');
  return daysFrom(at, nowSecond, timeZone) === 0
    ? timeOfDay(at, language, timeZone)
    : calendar(at, nowSecond, language, timeZone);
};

/** As `calendar`, in the middle of a sentence: `waits until today, 2:05 PM`. */
export const calendarWithin = (at: string, nowSecond: number, language: string, timeZone: string): string => {
  const then = Date.parse(at);
  const clock = timeOfDay(at, language, timeZone);
  const days = daysFrom(at, nowSecond, timeZone);
  if (Math.abs(days) <= 1) return `${relativeWords(language).format(days, 'day')}, ${clock}`;
  const sameYear = dayOf(then, timeZone).slice(0, 4) === dayOf(nowSecond * 1000, timeZone).slice(0, 4);
  const date = formatter(language, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
  return `${date}, ${clock}`;
};

/** `Today, 2:05 PM`; `Yesterday, 2:05 PM`; `Tue, Nov 24, 2:05 PM`; with the year when it is another. */
export const calendar = (at: string, nowSecond: number, language: string, timeZone: string): string =>
  capitalise(calendarWithin(at, nowSecond, language, timeZone), language);

/** `Today`; `Yesterday`; `Tuesday, November 3`; with the year when it is another: above what happened on that day. */
export const calendarDay = (at: string, nowSecond: number, language: string, timeZone: string): string => {
  const days = daysFrom(at, nowSecond, timeZone);
  if (Math.abs(days) <= 1) return capitalise(relativeWords(language).format(days, 'day'), language);
  const then = Date.parse(at);
  const sameYear = dayOf(then, timeZone).slice(0, 4) === dayOf(nowSecond * 1000, timeZone).slice(0, 4);
  return formatter(language, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
};

const relativeFormatters = new Map<string, Intl.RelativeTimeFormat>();
const relativeWords = (language: string): Intl.RelativeTimeFormat => {
  const known =
    relativeFormatters.get(language) ??
    new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  relativeFormatters.set(language, known);
  return known;
};

/** Whole calendar days of the zone from now to then. */
const daysFrom = (at: string, nowSecond: number, timeZone: string): number =>
  Math.round(
    (Date.parse(dayOf(Date.parse(at), timeZone)) - Date.parse(dayOf(nowSecond * 1000, timeZone))) /
      86_400_000,
  );

const capitalise = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** `4 Mar 1980`: a date without a time, in no zone. */
export const plainDate = (date: string, language: string): string =>
  formatter(language, { timeZone: 'UTC', dateStyle: 'medium' }).format(Date.parse(date));

/** `2:05:09 PM`, for steps that follow each other within seconds. */
export const preciseTime = (at: string, language: string, timeZone: string): string =>
  formatter(language, { timeZone, timeStyle: 'medium' }).format(Date.parse(at));
