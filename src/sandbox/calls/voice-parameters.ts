import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Leg } from './leg.ts';
import type { Parameters } from './source.ts';

/** The parameters every voice webhook of a call carries. */
export function voiceParameters(accountSid: string, leg: Leg): Parameters {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: leg.sid,
    CallStatus: leg.status,
    Called: leg.to,
    Caller: leg.from,
    Direction: leg.direction,
    From: leg.from,
    To: leg.to,
    ...placeOf('From', leg.from),
    ...placeOf('Caller', leg.from),
    ...placeOf('To', leg.to),
    ...placeOf('Called', leg.to),
    ...(leg.parent ? { ParentCallSid: leg.parent.sid } : {}),
    ...(leg.forwardedFrom ? { ForwardedFrom: leg.forwardedFrom } : {}),
    ...(leg.callerName ? { CallerName: leg.callerName } : {}),
    ...(leg.direction === 'inbound' ? { StirVerstat: 'TN-Validation-Passed-A' } : {}),
    ...(leg.answeredBy ? { AnsweredBy: leg.answeredBy } : {}),
  };
}

/** Where a number is from: the carrier knows the country, and here nothing nearer. */
function placeOf(party: string, address: string): Parameters {
  if (!address.startsWith('+')) return {};
  const country = parsePhoneNumberFromString(address)?.country ?? '';
  return { [`${party}City`]: '', [`${party}State`]: '', [`${party}Zip`]: '', [`${party}Country`]: country };
}

/** A moment as the carrier writes it, e.g. `Sat, 21 Nov 2026 10:00:00 +0000`. */
export function rfc2822(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}

/** Whole seconds of talk; a call that was answered lasts at least one. */
export function talkSeconds(leg: Leg): number {
  if (leg.answeredAt === null || leg.endedAt === null) return 0;
  return Math.max(1, Math.round((leg.endedAt - leg.answeredAt) / 1000));
}
