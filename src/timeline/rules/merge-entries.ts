import type { TimelineCursor } from './timeline-cursor.ts';

const instant = (at: string): bigint => Temporal.Instant.from(at).epochNanoseconds;

/** Newest first; of two in one instant the higher id, as the database sorts them. */
const newestFirst = (one: TimelineCursor, other: TimelineCursor): number => {
  const [a, b] = [instant(one.at), instant(other.at)];
  if (a !== b) return a < b ? 1 : -1;
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
};

/**
 * One page out of the first entries of each kind, each sorted already.
 * @returns `more`: whether something was left over
 */
export const mergeEntries = <Entry extends TimelineCursor>(
  kinds: readonly (readonly Entry[])[],
  limit: number,
): { entries: Entry[]; more: boolean } => {
  const all = kinds.flat().toSorted(newestFirst);
  return { entries: all.slice(0, limit), more: all.length > limit };
};
