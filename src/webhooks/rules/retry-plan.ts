/** Pauses after each failed attempt: a restart is bridged quickly, a week-end without anybody there as well. */
const pauses = ['PT5S', 'PT1M', 'PT5M', 'PT30M', 'PT2H', 'PT5H', 'PT10H', 'PT14H', 'PT20H', 'PT24H'];

/** When to try again. @param attempts failed so far @returns null: no more */
export const nextAttempt = (attempts: number, now: Temporal.Instant): Temporal.Instant | null => {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : now.add(pause);
};

const patienceHours = 5 * 24;

/** A receiver at which nothing has arrived for five days is there no more. */
export const isGone = (failingSince: Temporal.Instant, now: Temporal.Instant): boolean =>
  now.since(failingSince).total('hours') >= patienceHours;
