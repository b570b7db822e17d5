/** How fast one sender may write. */
export type Pace = {
  perMinute: number;
  dailyCap: number | null;
  /** what has left is paid off by then */
  freeAt: Temporal.Instant | null;
  sentToday: number;
};

/** So much of a minute may leave at once after a rest. */
const burstSeconds = 10;

/**
 * How many messages may leave at `now`, and when `freeAt` is once `wanted` of them have left: a leaky bucket, so that
 * several workers that lock the sender's row one after the other never exceed the pace together.
 */
export const takeFromPace = (
  { perMinute, dailyCap, freeAt, sentToday }: Pace,
  wanted: number,
  now: Temporal.Instant,
): { allowed: number; freeAt: Temporal.Instant; nextAt: Temporal.Instant | 'next-day' | null } => {
  const intervalMs = 60_000 / perMinute;
  const from = freeAt === null || Temporal.Instant.compare(freeAt, now) < 0 ? now : freeAt;
  const debtMs = from.epochMilliseconds - now.epochMilliseconds;
  const burstMs = Math.max(intervalMs, burstSeconds * 1000);
  const byPace = Math.max(0, Math.floor((burstMs - debtMs) / intervalMs));
  const byDay = dailyCap === null ? wanted : Math.max(0, dailyCap - sentToday);
  const allowed = Math.min(wanted, byPace, byDay);
  const after = from.add({ milliseconds: Math.ceil(allowed * intervalMs) });
  if (allowed === wanted) return { allowed, freeAt: after, nextAt: null };
  if (allowed === byDay) return { allowed, freeAt: after, nextAt: 'next-day' };
  const waitMs = Math.ceil(after.epochMilliseconds - now.epochMilliseconds + intervalMs - burstMs);
  return { allowed, freeAt: after, nextAt: now.add({ milliseconds: Math.max(1, waitMs) }) };
};
