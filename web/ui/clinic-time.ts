const parts = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');

/** What a clock on the clinic's wall shows: `2026-11-21T14:05`, as a date-time field takes it. */
export const wallTime = (at: number, timeZone: string): string => parts(at, timeZone);

/**
 * The instant at which the clinic's clock shows this time, as ISO 8601; null when the text is no time.
 * A time that the clock skips in spring becomes one beside the gap; one that it shows twice in autumn, either of both.
 */
export const instantAt = (wall: string, timeZone: string): string | null => {
  const wanted = Date.parse(`${wall}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(wanted)) return null;
  let at = wanted;
  // The second round is for offsets that differ between the first guess and the answer.
  for (let round = 0; round < 2; round += 1) at += wanted - Date.parse(`${parts(at, timeZone)}Z`);
  return new Date(at).toISOString();
};
