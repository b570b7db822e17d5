/** How fast one sender may write. */
export type Pace = {
  perMinute: number;
  dailyCap: number | null;
  /** what has left, and what has a moment to leave, is paid off by then */
  freeAt: Temporal.Instant | null;
  sentToday: number;
};

/** So much of a minute may leave at once after a rest. */
const burstSeconds = 10;

/** When each message may leave, in their order; `null`: not today. */
export type PlannedSlots = {
  slots: (Temporal.Instant | null)[];
  freeAt: Temporal.Instant;
  sentToday: number;
};

/**
 * Gives each of `wanted` messages its moment: a leaky bucket, so that several workers that lock the sender's row one
 * after the other never exceed the pace together, and each message is planned once. `one-by-one`: nothing is saved up in a rest.
 */
export const takeFromPace = (
  { perMinute, dailyCap, freeAt, sentToday }: Pace,
  wanted: number,
  now: Temporal.Instant,
  rhythm: 'in-bursts' | 'one-by-one' = 'in-bursts',
): PlannedSlots => {
  const intervalMs = 60_000 / perMinute;
  const burstMs = rhythm === 'one-by-one' ? intervalMs : Math.max(intervalMs, burstSeconds * 1000);
  const from = freeAt === null || Temporal.Instant.compare(freeAt, now) < 0 ? now : freeAt;
  const today = dailyCap === null ? wanted : Math.min(wanted, Math.max(0, dailyCap - sentToday));
  const slotAt = (index: number): Temporal.Instant => {
    const slot = from.add({ milliseconds: Math.ceil((index + 1) * intervalMs - burstMs) });
    return Temporal.Instant.compare(slot, now) < 0 ? now : slot;
  };
  return {
    slots: Array.from({ length: wanted }, (_, index) => (index < today ? slotAt(index) : null)),
    freeAt: from.add({ milliseconds: Math.ceil(today * intervalMs) }),
    sentToday: sentToday + today,
  };
};
