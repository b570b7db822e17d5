import type { MessageReason } from './message-order.ts';

/** `later`: the same message may get through; otherwise the reason it never will. */
export type CarrierVerdict = 'later' | MessageReason;

/** The carrier's own numbers, in its answers and in its status callbacks. */
const verdicts: Readonly<Record<number, CarrierVerdict>> = {
  20_003: 'later', // our credentials: nothing is lost while somebody corrects them
  20_429: 'later',
  21_211: 'wrong-address',
  21_214: 'wrong-address',
  21_217: 'wrong-address',
  21_408: 'sender', // the account may not write to that country
  21_606: 'sender',
  21_610: 'opted-out',
  21_611: 'later', // the number's queue is full
  21_612: 'sender',
  21_614: 'wrong-address', // not a mobile
  30_001: 'later',
  30_002: 'sender', // account suspended
  30_003: 'later', // switched off or out of reach
  30_004: 'blocked',
  30_005: 'wrong-address',
  30_006: 'wrong-address', // a landline
  30_007: 'blocked', // filtered
  30_008: 'later',
};

/** What the carrier's error number means for the message; a number nobody knows is an end. */
export const verdictOn = (code: number | null | undefined): CarrierVerdict =>
  (code === null || code === undefined ? undefined : verdicts[code]) ?? 'refused';

/** How long after an attempt the next one is: minutes at first, hours later. */
export const pauseAfter = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ seconds: Math.min(2 ** Math.max(0, attempts - 1) * 2, 3600) });

/** Attempts after which a message is given up. With the pauses above, about eight hours. */
export const mostAttempts = 18;
/** A telephone that was off is tried again so often, so long after. */
export const unreachableAgain = { attempts: 3, pause: Temporal.Duration.from({ minutes: 20 }) };
