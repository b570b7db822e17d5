import type { Definition } from './definition.ts';
import type { Effect } from './effect.ts';
import { goOn, isOver, nextMoment, openContacts, settle } from './play/go-on.ts';
import { beginWorld, type Entry, type Staging } from './play/world.ts';
import type { CallOutcome } from './steps.ts';
import type { Subject } from './subject.ts';

export type Deed = { at: Temporal.Instant; effect: Exclude<Effect, { effect: 'withdraw' }> };

/** More than any definition has steps: what waits in a circle ends here. */
const mostMoments = 500;

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
    verdict: () => ({ may: 'now', personId: null, to: null, says: null, decision: null }),
    calls,
  };
  const world = beginWorld(staging, subject, start);
  settle(staging, world);
  for (let moments = 0; moments < mostMoments && !isOver(world); moments += 1) {
    const next = openContacts(world).length > 0 ? null : nextMoment(world);
    if (next !== null && Temporal.Instant.compare(next, until) >= 0) break;
    goOn(staging, world);
  }
  return world.story.flatMap(deedOf);
};
