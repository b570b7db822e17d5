import type { CallListItem } from '../../src/calls/rules/call-views.ts';

type Place = Pick<CallListItem, 'startedAt' | 'id'>;

/** Newest first, as the server sorts; instants are compared as such, not as texts of different precision. */
const newer = (one: Place, other: Place): number =>
  Date.parse(other.startedAt) - Date.parse(one.startedAt) || (one.id < other.id ? 1 : -1);

/**
 * The loaded pages with what has come since: newer versions take the place of old ones, new calls stand on top.
 * `gap`: so much has come that calls between the two are missing, and everything has to be read again.
 */
export const withNewest = (
  loaded: readonly CallListItem[],
  newest: readonly CallListItem[],
): { calls: CallListItem[]; gap: boolean } => {
  const fresh = new Map(newest.map((call) => [call.id, call]));
  const known = new Set(loaded.map((call) => call.id));
  const added = newest.filter((call) => !known.has(call.id));
  return {
    calls: [...added, ...loaded.map((call) => fresh.get(call.id) ?? call)].toSorted(newer),
    gap: loaded.length > 0 && newest.length > 0 && added.length === newest.length,
  };
};

/** While somebody reads further down, nothing is put above `top`: what is newer waits. */
export const heldBelow = (
  calls: readonly CallListItem[],
  top: Place | null,
): { shown: CallListItem[]; waiting: number } => {
  const shown =
    top === null ? [...calls] : calls.filter((call) => call.id === top.id || newer(call, top) > 0);
  return { shown, waiting: calls.length - shown.length };
};
