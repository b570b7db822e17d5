import type { CountedContact, OptOut } from '../../../consent/rules/contact-facts.ts';
import type { Definition } from '../definition.ts';
import type { Effect, Execution } from '../effect.ts';
import type { Fact } from '../fact.ts';
import { newInstance, type InstanceState } from '../instance.ts';
import { programOf } from '../program.ts';
import type { CallOutcome } from '../steps.ts';
import type { Subject } from '../subject.ts';
import type { Contact, Verdict } from './contact.ts';
import type { Happening } from './happening.ts';

/** One thing that came to pass on the way, with its time. */
export type Entry = { at: Temporal.Instant } & (
  | { told: 'step'; execution: Execution }
  | { told: 'task'; effect: Extract<Effect, { effect: 'create-task' }> }
  /** each time that it is asked whether it may leave */
  | { told: 'contact'; contact: Contact; verdict: Verdict }
  | { told: 'answer'; contact: Contact; answer: string; byHand: boolean }
  | { told: 'happened'; what: Happening }
);

/** Somebody's no, said on the way: it holds for them, and for whoever has that number or address. */
export type SaidNo = OptOut & { personId: string; address: string | null };

/** How everything stands at one moment of a walk. */
export type World = {
  now: Temporal.Instant;
  subject: Subject;
  instance: InstanceState;
  contacts: Contact[];
  counted: (CountedContact & { personId: string })[];
  optOuts: SaidNo[];
  /** what the interpreter has not been told yet */
  facts: Fact[];
  story: Entry[];
};

/** What stays the same on the whole way. */
export type Staging = {
  definition: Definition;
  ids: { instanceId: string; workflowId: string };
  /** whether a contact may be made now: the gate, or whatever stands for it */
  verdict: (contact: Contact, world: World) => Verdict;
  /** what becomes of a call when nobody says otherwise; messages arrive and stay unanswered */
  calls: CallOutcome;
};

export const beginWorld = (
  { definition }: Pick<Staging, 'definition'>,
  subject: Subject,
  now: Temporal.Instant,
): World => ({
  now,
  subject,
  instance: newInstance(programOf(definition).first, subject.appointment?.startsAt ?? null),
  contacts: [],
  counted: [],
  optOuts: [],
  facts: [],
  story: [],
});

/** One that can be changed, while the other stays as it is. */
export const copyOf = (world: World): World => ({
  ...world,
  contacts: world.contacts.map((contact) => ({ ...contact })),
  counted: [...world.counted],
  optOuts: [...world.optOuts],
  facts: [...world.facts],
  story: [...world.story],
});
