/** How far a zone's clock is ahead of UTC at that instant, in milliseconds. */
const offset = (at: number, timeZone: string): number => {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${local.format(at).replace(' ', 'T')}Z`) - at;
};

/**
 * The instant at which a zone's clock shows this, as ISO 8601. Without Temporal, which not every browser has.
 * @param day `2026-11-21` @param time `14:05`
 */
export const instantOf = (day: string, time: string, timeZone: string): string => {
  const shown = Date.parse(`${day}T${time}:00Z`);
  // The offset may change between the first guess and the instant: the second look is on its side of the change.
  const guess = shown - offset(shown, timeZone);
  return new Date(shown - offset(guess, timeZone)).toISOString();
};

/** `2026-11-22` after `2026-11-21`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `14:05` on a zone's clock, as a field for times takes it. */
export const clockOf = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(Date.parse(at));
