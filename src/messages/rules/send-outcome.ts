import { pauseAfter, mostAttempts } from './carrier-errors.ts';
import type { MessageFact } from './message-fact.ts';
import type { MessageReason } from './message-order.ts';

/** What one attempt came to. */
export type SendOutcome =
  /** `sid` null: a channel that gives no receipts */
  | { outcome: 'sent'; sid: string | null }
  /** certainly not sent; the same may work later */
  | { outcome: 'later'; code: number | null }
  /** an earlier attempt had not got through: it is asked for anew, gate and all */
  | { outcome: 'was-not-sent' }
  /** nobody knows: the carrier is asked before the next attempt */
  | { outcome: 'unsure' }
  | { outcome: 'never'; reason: MessageReason; code: number | null }
  /** not begun: the lease was nearly over */
  | { outcome: 'left' };

/** What an attempt makes of the message. `dueAt` null: it is out of the outbox. */
export type Settlement = {
  status: 'sent' | 'failed' | 'unknown' | 'sending' | 'waiting';
  reason: MessageReason | null;
  errorCode: number | null;
  sid: string | null;
  dueAt: Temporal.Instant | null;
  unsure: boolean;
  /** whether this attempt makes the next pause longer; to have asked the carrier is not to have tried */
  counts: boolean;
  fact: MessageFact | null;
};

const again = (attempts: number, now: Temporal.Instant): Temporal.Instant => now.add(pauseAfter(attempts));

/** @param attempts this one counted */
export const settle = (outcome: SendOutcome, attempts: number, now: Temporal.Instant): Settlement | null => {
  const plain = {
    reason: null,
    errorCode: null,
    sid: null,
    dueAt: null,
    unsure: false,
    counts: true,
    fact: null,
  };
  const givenUp = attempts >= mostAttempts;
  switch (outcome.outcome) {
    case 'sent':
      return { ...plain, status: 'sent', sid: outcome.sid, fact: { fact: 'sent' } };
    case 'never': {
      const { reason, code } = outcome;
      return { ...plain, status: 'failed', reason, errorCode: code, fact: { fact: 'failed', reason } };
    }
    case 'later': {
      const errorCode = outcome.code;
      if (!givenUp) return { ...plain, status: 'waiting', errorCode, dueAt: again(attempts, now) };
      const reason = 'no-carrier';
      return { ...plain, status: 'failed', reason, errorCode, fact: { fact: 'failed', reason } };
    }
    case 'was-not-sent':
      return { ...plain, status: 'waiting', dueAt: now, counts: false };
    case 'unsure':
      if (!givenUp) return { ...plain, status: 'sending', dueAt: again(attempts, now), unsure: true };
      return { ...plain, status: 'unknown', reason: 'lost', fact: { fact: 'unknown' } };
    case 'left':
      return null;
  }
};
