import type { SettingsDocument } from './routing-document.ts';

type Hours = SettingsDocument['businessHours'];
export type HoursFault = { day: string; code: 'time-wrong' | 'hours-overlap' };

const minutesADay = 24 * 60;
const minutesAWeek = 7 * minutesADay;

/** Minutes since midnight; null for what is no time. */
const minutesOf = (time: string): number | null => {
  const parts = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(time);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
};

type Span = { day: string; from: number; to: number };

/** On the minutes of a week, from Monday; one that runs past midnight ends on the next day. */
const spanOf = (day: string, [from, to]: readonly [string, string]): Span | null => {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null || end === null) return null;
  const monday = (Number(day) - 1) * minutesADay;
  return { day, from: monday + start, to: monday + (end > start ? end : end + minutesADay) };
};

/** What is wrong with business hours; days that touch each other do not overlap. */
export const hoursFaults = (hours: Hours): HoursFault[] => {
  const all = Object.entries(hours).flatMap(([day, spans = []]) =>
    spans.map((span) => ({ day, span: spanOf(day, span) })),
  );
  const wrong = all.flatMap(({ day, span }): HoursFault[] =>
    span === null ? [{ day, code: 'time-wrong' }] : [],
  );
  const spans = all.flatMap(({ span }) => span ?? []).toSorted((a, b) => a.from - b.from);
  const [first] = spans;
  // Sunday night runs into Monday morning.
  const round = first
    ? [...spans, { ...first, from: first.from + minutesAWeek, to: first.to + minutesAWeek }]
    : [];
  const overlaps = round.flatMap((span, index): HoursFault[] => {
    const reached = Math.max(...round.slice(0, index).map(({ to }) => to));
    return span.from < reached ? [{ day: span.day, code: 'hours-overlap' }] : [];
  });
  return [...new Map([...wrong, ...overlaps].map((fault) => [`${fault.day} ${fault.code}`, fault])).values()];
};
