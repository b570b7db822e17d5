/** After so many tries an event is set aside. */
const mostTries = 5;
const firstPauseSeconds = 10;

/** When an event that failed so many times is tried again: after 10 s, 40 s, 3 and 11 minutes. @returns null: set aside */
export const nextTry = (tries: number, now: Temporal.Instant): Temporal.Instant | null =>
  tries >= mostTries ? null : now.add({ seconds: firstPauseSeconds * 4 ** (tries - 1) });

/** What kind of error it was, in names only: its message may hold a person's data. */
export const troubleOf = (error: unknown): string => {
  const { name, code, constraint } = error as { name?: unknown; code?: unknown; constraint?: unknown };
  const names = [name, code, constraint].filter((part) => typeof part === 'string' && part !== '');
  return names.join(' ').slice(0, 200) || 'unknown';
};
