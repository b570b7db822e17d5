import type { Channel } from '../../../consent/rules/contact-request.ts';
import type { GateDecision } from '../../../consent/rules/gate-decision.ts';
import type { Effect } from '../effect.ts';
import type { Said } from './said.ts';

export type ContactEffect = Extract<Effect, { effect: 'send-message' | 'place-call' }>;

/** A message or a call that a step wants, from then until it is known what became of it. */
export type Contact = {
  key: string;
  step: string;
  effect: ContactEffect;
  createdAt: Temporal.Instant;
  /** not before */
  due: Temporal.Instant;
  /** out: it has left, or rings */
  status: 'waiting' | 'out' | 'over';
  /** who got it, and where; null: nobody yet, or it needs no address */
  personId: string | null;
  to: string | null;
  /** what became of it last */
  answer: string | null;
};

export const channelOf = (effect: ContactEffect): Channel =>
  effect.effect === 'place-call' ? 'call' : effect.channel;

/** Somebody else of the family whose visit is named in the same message. */
export type Named = { firstName: string; startsAt: Temporal.Instant };

/** Whether a contact may be made at that moment, what is said in it and to whom, and why it may not. */
export type Verdict = {
  says: Said | null;
  decision: GateDecision | null;
  to: string | null;
  /** who gets it; null: nobody can be reached in this way */
  reader: { name: string; own: boolean } | null;
  together: readonly Named[];
} & (
  | { may: 'now'; personId: string | null }
  | { may: 'later'; until: Temporal.Instant; reason: string }
  /** failed: it cannot be made; else the gate forbids it, or it is of no use any more */
  | { may: 'never'; reason: string; failed: boolean }
);
