/** What one request to the carrier came to. */
export type DialOutcome =
  | { outcome: 'placed'; sid: string }
  /** certainly not placed; the same may work later */
  | { outcome: 'not-placed'; code: number | null }
  /** an earlier request had not got through: it is asked for anew, gate and all */
  | { outcome: 'was-not-placed' }
  /** nobody knows: the carrier is asked before the next request */
  | { outcome: 'unsure' }
  | { outcome: 'refused' }
  /** not begun: the lease was nearly over */
  | { outcome: 'left' };

/** Requests after which a call is given up. With the pauses below, about eight hours. */
const mostAttempts = 18;

/** Seconds at first, an hour later. */
const pauseAfter = (attempts: number): Temporal.Duration =>
  Temporal.Duration.from({ seconds: Math.min(2 ** Math.max(0, attempts - 1) * 2, 3600) });

export type NextDial =
  | { next: 'under-way'; sid: string }
  /** back into the queue */
  | { next: 'again'; dueAt: Temporal.Instant }
  /** stays unsure, and is asked after then */
  | { next: 'ask-later'; dueAt: Temporal.Instant }
  | { next: 'give-up'; outcome: 'failed' | 'unknown'; reason: string | null };

/** @param attempts this one counted; null: nothing changes */
export const nextDial = (dialled: DialOutcome, attempts: number, now: Temporal.Instant): NextDial | null => {
  const later = now.add(pauseAfter(attempts));
  const givenUp = attempts >= mostAttempts;
  switch (dialled.outcome) {
    case 'placed':
      return { next: 'under-way', sid: dialled.sid };
    case 'was-not-placed':
      return { next: 'again', dueAt: now };
    case 'not-placed':
      return givenUp
        ? { next: 'give-up', outcome: 'failed', reason: 'no-carrier' }
        : { next: 'again', dueAt: later };
    case 'unsure':
      return givenUp
        ? { next: 'give-up', outcome: 'unknown', reason: 'lost' }
        : { next: 'ask-later', dueAt: later };
    case 'refused':
      return { next: 'give-up', outcome: 'failed', reason: 'refused' };
    case 'left':
      return null;
  }
};
