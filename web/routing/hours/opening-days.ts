import type { SettingsDocument } from '../../../src/routing/rules/routing-document.ts';

export type BusinessHours = SettingsDocument['businessHours'];
export type Span = [string, string];

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];

/** More than any clinic has on one day; the server takes no more. */
export const mostSpans = 10;

/** `Monday`, `Montag` */
export const weekdayName = (day: Weekday, language: string): string =>
  // 5 January 1970 was a Monday.
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    (Number(day) + 3) * 86_400_000,
  );

/** Sets the spans of one day; a day without any is left out. */
const withDay = (hours: BusinessHours, day: Weekday, spans: Span[]): BusinessHours => {
  const { [day]: _, ...rest } = hours;
  return spans.length === 0 ? rest : { ...rest, [day]: spans };
};

/** An hour after it, and four more: a pause at noon, then the afternoon. */
const afterPause = (end: string): Span => {
  const hour = Number(end.slice(0, 2)) + 1;
  const clock = (at: number): string => `${String(Math.min(at, 23)).padStart(2, '0')}:${end.slice(3)}`;
  return [clock(hour), clock(hour + 4)];
};

/** Adds office hours to a day: the whole of it first, then what follows after a pause. */
export const addSpan = (hours: BusinessHours, day: Weekday): BusinessHours => {
  const spans = hours[day] ?? [];
  const end = spans.at(-1)?.[1];
  const span: Span =
    end === undefined ? ['08:00', '17:00'] : end === '' || end >= '22:00' ? ['', ''] : afterPause(end);
  return withDay(hours, day, [...spans, span]);
};

export const changeSpan = (hours: BusinessHours, day: Weekday, index: number, span: Span): BusinessHours =>
  withDay(hours, day, (hours[day] ?? []).with(index, span));

export const removeSpan = (hours: BusinessHours, day: Weekday, index: number): BusinessHours =>
  withDay(hours, day, (hours[day] ?? []).toSpliced(index, 1));

/** Gives Monday to Friday the hours of this day. */
export const copyToWeekdays = (hours: BusinessHours, from: Weekday): BusinessHours =>
  weekdays.slice(0, 5).reduce((copied, day) => withDay(copied, day, hours[from] ?? []), hours);

/** No hours at all mean that the clinic is never closed. */
export const isAlwaysOpen = (hours: BusinessHours): boolean =>
  weekdays.every((day) => (hours[day] ?? []).length === 0);

/** An end at or before its start is on the next day. */
export const runsPastMidnight = ([from, to]: Span): boolean => from !== '' && to !== '' && to <= from;
