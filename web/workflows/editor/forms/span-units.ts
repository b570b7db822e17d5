import type { Span } from '../../../../src/workflows/rules/moment.ts';

type Unit = keyof Span;

/** The units of a length of time, from the longest, with the most of each that is taken. */
export const spanUnits = [
  { unit: 'months', most: 36 },
  { unit: 'weeks', most: 150 },
  { unit: 'days', most: 1000 },
  { unit: 'hours', most: 1000 },
  { unit: 'minutes', most: 10_000 },
] as const satisfies readonly { unit: Unit; most: number }[];

/** Those in which it is given; days where nothing is given yet. */
export const unitsOf = (span: Span): Unit[] => {
  const given = spanUnits.flatMap(({ unit }) => (span[unit] === undefined ? [] : [unit]));
  return given.length === 0 ? ['days'] : given;
};

export const withoutUnit = (span: Span, unit: Unit): Span => {
  const { [unit]: _, ...rest } = span;
  return rest;
};

export const withCount = (span: Span, unit: Unit, count: number): Span => ({ ...span, [unit]: count });

/** The same number in another unit, as far as that takes so many. */
export const withUnit = (span: Span, from: Unit, to: Unit): Span => {
  const { most } = spanUnits.find(({ unit }) => unit === to)!;
  return withCount(withoutUnit(span, from), to, Math.min(span[from] ?? 0, most));
};
