import type { SoftphoneCall } from './softphone-state.ts';

/** What the carrier does not know of a conversation and a reload would lose: when it began, and that it is muted. */
type Remembered = Pick<SoftphoneCall, 'callSid' | 'since' | 'muted'>;

const place = 'frontdesk.conversation';

/** Keeps it for this tab; null forgets. A browser that keeps nothing restarts the clock. */
export const rememberCall = (call: Remembered | null): void => {
  try {
    if (call === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify([call.callSid, call.since, call.muted]));
  } catch {
    // See above.
  }
};

export const recallCall = (callSid: string): Remembered | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    if (!Array.isArray(kept) || kept[0] !== callSid || typeof kept[1] !== 'number') return null;
    return { callSid, since: kept[1], muted: kept[2] === true };
  } catch {
    return null;
  }
};
