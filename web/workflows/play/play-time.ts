import type { Entry } from '../../../src/workflows/rules/play/world.ts';

/** `Tue, Mar 7, 2028, 9:30 AM`: no "tomorrow", because the clock is not ours. @param zoned names the zone's own time, where it changes on the way */
export const playTime = (at: Temporal.Instant, language: string, timeZone: string, zoned: boolean): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(zoned ? { timeZoneName: 'short' } : {}),
  }).format(at.epochMilliseconds);

const offset = (at: Temporal.Instant, timeZone: string): number =>
  at.toZonedDateTimeISO(timeZone).offsetNanoseconds;

/** Whether the clocks change between the beginning and the last line. */
export const clocksChange = (start: Temporal.Instant, entries: readonly Entry[], timeZone: string): boolean =>
  entries.some(({ at }) => offset(at, timeZone) !== offset(start, timeZone));
