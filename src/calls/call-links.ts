import type { Hook } from '../ports/carrier/voice-steps.ts';
import type { CallAddress } from './carrier-calls.store.ts';

/** Absolute address of a hook of one call; the call travels in the query, which the carrier signs. */
export type LinkFor = (address: CallAddress) => (hook: Hook) => string;

/** Sound that is the same for every call has one address, so that the carrier fetches it once. */
const shared = new Set(['music', 'speech']);

/** @param base scheme, host and path prefix under which the carrier reaches us, without a slash at the end */
export const linksUnder =
  (base: string): LinkFor =>
  (call) =>
  (hook) =>
    hookAddress(base, hook, shared.has(hook.endpoint) ? {} : { clinic: call.clinicId, call: call.callId });

export const hookAddress = (base: string, hook: Hook, query: Record<string, string> = {}): string => {
  const search = new URLSearchParams({ ...query, ...hook.query }).toString();
  return `${base}/api/twilio/voice/${hook.endpoint}${search === '' ? '' : `?${search}`}`;
};
