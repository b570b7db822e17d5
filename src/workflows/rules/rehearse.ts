import type { Definition } from './definition.ts';
import type { Effect } from './effect.ts';
import { walkUntil } from './play/go-on.ts';
import { beginWorld, type Entry, type Staging } from './play/world.ts';
import type { CallOutcome } from './steps.ts';
import type { Subject } from './subject.ts';

export type Deed = { at: Temporal.Instant; effect: Exclude<Effect, { effect: 'withdraw' }> };

const deedOf = (entry: Entry): Deed[] => {
  if (entry.told === 'task') return [{ at: entry.at, effect: entry.effect }];
  return entry.told === 'contact' ? [{ at: entry.at, effect: entry.contact.effect }] : [];
};

/**
 * One instance from its event on, walked by the interpreter itself on a clock of its own; nobody is contacted, and nobody
 * forbids it: everything arrives and stays unanswered.
 * @param calls how every call ends
 * @returns everything that it does before `until`, with its time
 */
export const rehearse = (
  definition: Definition,
  subject: Subject,
  start: Temporal.Instant,
  until: Temporal.Instant,
  calls: CallOutcome = 'heard',
): Deed[] => {
  const staging: Staging = {
    definition,
    ids: { instanceId: 'rehearsal', workflowId: 'rehearsal' },
    verdict: () => ({
      may: 'now',
      personId: null,
      to: null,
      says: null,
      decision: null,
      reader: null,
      together: [],
    }),
    calls,
  };
  const world = beginWorld(staging, subject, start);
  walkUntil(staging, world, until);
  return world.story.flatMap(deedOf);
};
