import type { Language } from '../../clinics/rules/language.ts';
import type { CallerFacts } from '../../routing/rules/caller-facts.ts';
import type { RingMember, RingTarget } from '../../routing/rules/decide-ring.ts';
import type { CallOutcome, CallStatus } from './call-status.ts';
import type { Errand } from './errand.ts';
import type { Emergency } from './recognised-emergency.ts';

export type Via = 'portal' | 'phone';

/** A conversation: the staff member and both legs, as far as the carrier has named them. */
export type Conversation = {
  staffId: string | null;
  via: Via | null;
  staffSid: string | null;
  customerSid: string | null;
  /** has been on hold: since then a queue joins the two legs, and the Dial that had joined them is ending */
  parked?: true;
};

export type Phase =
  | { at: 'menu'; menuId: string | null; misses: number }
  | { at: 'assistant' }
  | {
      at: 'ringing';
      ring: RingMember[];
      /** turn of the document that rings them */
      turn: number;
      /** picked up on a private phone, has not pressed 1 yet: it may be a mailbox */
      screening: string | null;
    }
  /** `woken`: somebody got free and the carrier was asked to fetch this caller back */
  | { at: 'waiting'; woken: boolean }
  /**
   * fetched away from a person or from hold; the carrier will ask where to go next. Until it does, `from` may still be
   * talking, and is not free.
   */
  | { at: 'moving'; from: string | null }
  | ({ at: 'connected' } & Conversation)
  | ({ at: 'held' } & Conversation)
  | { at: 'voicemail'; departmentId: string | null; recordingSid: string | null }
  | { at: 'external'; number: string; answered: boolean }
  /** outbound, before the other side answers: first our own telephone rings, then theirs */
  | { at: 'outbound'; staffId: string; via: Via; to: string; stage: 'staff' | 'customer' }
  /** an errand, before the other side answers */
  | { at: 'dialling' }
  /** hears what the errand says. `misses`: silences and wrong keys so far */
  | { at: 'script'; misses: number }
  /** `rang`: the round under way at the end. Word that somebody had picked up may come after that of the end. */
  | { at: 'ended'; outcome: CallOutcome; rang?: LastRound | null };

export type LastRound = { turn: number; staffIds: string[] };

/** What the caller wants and how far we have come with it. */
export type Wish = {
  target: RingTarget;
  departmentId: string | null;
  menuLabel: string | null;
  tried: string[];
  /** ISO instant */
  waitingSince: string | null;
  /** `staffId:reason` of those already said not to be rung: once per call and reason is enough */
  passedOver?: string[];
  /** who transferred the call, and gets it back when nobody takes it */
  returnTo: string | null;
};

/** Everything a call remembers between two webhooks. Plain JSON: it is stored as it is. */
export type CallState = {
  direction: 'inbound' | 'outbound';
  /** documents given to the carrier so far; part of each address, so that a repeat is told from a next time */
  turn: number;
  language: Language;
  phase: Phase;
  wish: Wish | null;
  /** of an inbound call, where routing asks who is calling */
  caller?: CallerFacts;
  /** how it was recognised as one; null: a person has said that it is none */
  emergency?: Emergency | null;
  /** a call that the clinic makes by itself, and what has come of it */
  errand?: Errand;
  /**
   * The leg that our documents steer, once that is no longer the call's first leg: an outbound call was transferred,
   * and the customer's leg goes on without the staff member who had called.
   */
  leadSid?: string;
  /** staff legs by carrier sid */
  legs: Record<string, { staffId: string; via: Via }>;
  /** the last staff member who talked with the caller */
  answeredBy: string | null;
  /** entries of history written so far */
  steps: number;
};

export const newInboundCall = (language: Language, caller: CallerFacts | null = null): CallState => ({
  direction: 'inbound',
  turn: 0,
  language,
  phase: { at: 'menu', menuId: null, misses: 0 },
  wish: null,
  legs: {},
  answeredBy: null,
  steps: 0,
  ...(caller === null ? {} : { caller }),
});

export const newOutboundCall = (language: Language, staffId: string, via: Via, to: string): CallState => ({
  ...newInboundCall(language),
  direction: 'outbound',
  phase: { at: 'outbound', staffId, via, to, stage: 'staff' },
});

export const newErrandCall = (language: Language, errand: Errand): CallState => ({
  ...newInboundCall(language),
  direction: 'outbound',
  phase: { at: 'dialling' },
  errand,
});

/** Whether the call's first leg is the customer's; else it is the telephone of the staff member who calls them. */
export const beginsWithCustomer = (state: CallState): boolean =>
  state.direction === 'inbound' || state.errand !== undefined;

/** Whether the customer's leg is the one that asks for documents; else it is the calling staff member's. */
export const customerLeads = (state: CallState): boolean =>
  beginsWithCustomer(state) || state.leadSid !== undefined;

/** The staff who can take no other call because of this one. */
export const staffBusyIn = ({ phase }: CallState): string[] => {
  switch (phase.at) {
    case 'ringing':
      return phase.ring.map((member) => member.staffId);
    case 'connected':
    case 'held':
      return phase.staffId === null ? [] : [phase.staffId];
    case 'outbound':
      return [phase.staffId];
    case 'moving':
      return phase.from === null ? [] : [phase.from];
    default:
      return [];
  }
};

/** The phase in the portal's words. */
export const statusOf = ({ phase }: CallState): CallStatus => {
  switch (phase.at) {
    case 'assistant':
      return 'menu';
    case 'moving':
    case 'outbound':
    case 'dialling':
      return 'ringing';
    default:
      return phase.at;
  }
};
