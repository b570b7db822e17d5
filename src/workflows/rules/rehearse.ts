import { advance } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Effect } from './effect.ts';
import type { Fact } from './fact.ts';
import { newInstance, wakeOf, type InstanceState } from './instance.ts';
import { programOf } from './program.ts';
import type { CallOutcome } from './steps.ts';
import type { Subject } from './subject.ts';

export type Deed = { at: Temporal.Instant; effect: Exclude<Effect, { effect: 'withdraw' }> };

/** More turns than any definition has steps: what waits in a circle ends here. */
const mostTurns = 500;

/** How the world answers while nobody is there: messages arrive and stay unanswered, calls end in one way. */
const answerTo = (effect: Effect, outcome: CallOutcome): Fact | null => {
  if (effect.effect === 'send-message')
    return { fact: 'message', key: effect.key, outcome: 'delivered', reason: null };
  if (effect.effect === 'place-call') return { fact: 'call', key: effect.key, outcome, reason: null };
  return null;
};

/**
 * One instance from its event on, walked by the interpreter itself on a clock of its own; nobody is contacted.
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
  const deeds: Deed[] = [];
  let state: InstanceState = newInstance(programOf(definition).first, subject.appointment?.startsAt ?? null);
  let now = start;
  const tell = (fact: Fact): Fact[] => {
    const standing = { instanceId: 'rehearsal', workflowId: 'rehearsal', subject, now };
    const advanced = advance(definition, state, fact, standing);
    state = advanced.instance;
    return advanced.effects.flatMap((effect) => {
      if (effect.effect !== 'withdraw') deeds.push({ at: now, effect });
      return answerTo(effect, calls) ?? [];
    });
  };
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const wake = wakeOf(state, now);
    if (wake === null || Temporal.Instant.compare(wake, until) >= 0) break;
    if (Temporal.Instant.compare(wake, now) > 0) now = wake;
    const facts = tell({ fact: 'due' });
    while (facts.length > 0 && turns < mostTurns) {
      facts.push(...tell(facts.shift()!));
      turns += 1;
    }
  }
  return deeds;
};
