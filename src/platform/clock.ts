/** Where "now" comes from. Pure code gets the value; only actions and jobs hold the clock itself. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock for tests and the time machine: it stands still until it is moved. */
export const manualClock = (start: string): Clock & { advance(by: Temporal.DurationLike): void } => {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at,
    advance: (by) => {
      at = at.add(by);
    },
  };
};
