import { readEffectKey, type Execution } from './effect.ts';
import type { Fact, MessageOutcome } from './fact.ts';
import type { Performance, StepCount } from './step-numbers.ts';
import type { CallOutcome } from './steps.ts';

/**
 * What an instance is counted as, each once: `sms-1 delivered`, and with the reason as well where there is one,
 * `note-1 skipped time-over`. Whatever has been so stays so: somebody who confirmed counts although their appointment has
 * moved since, as somebody whom the text reached does.
 */
type Counted = string;

const ofExecution: Record<Execution['outcome'], readonly StepCount[]> = {
  done: ['entered', 'done'],
  chosen: ['entered', 'done'],
  waiting: ['entered'],
  skipped: ['entered', 'skipped'],
  failed: ['entered', 'failed'],
  exited: ['entered'],
  moved: ['entered'],
};

const ofMessage: Record<MessageOutcome, readonly StepCount[]> = {
  sent: [],
  delivered: ['delivered'],
  opened: [],
  clicked: ['clicked'],
  failed: [],
  withheld: [],
  unknown: [],
  replied: ['replied'],
  stopped: ['replied', 'opted-out'],
  'reschedule-asked': ['replied'],
  cancelled: ['replied'],
  confirmed: ['replied', 'confirmed'],
};

const ofCall: Record<CallOutcome, readonly StepCount[]> = {
  confirmed: ['answered', 'confirmed'],
  'reschedule-asked': ['answered'],
  'spoke-to-someone': ['answered'],
  'wanted-someone': ['answered'],
  'do-not-call': ['answered', 'opted-out'],
  heard: ['answered'],
  'left-message': [],
  machine: [],
  busy: [],
  'no-answer': [],
  failed: [],
  withheld: [],
  unknown: [],
};

export const countedAs = (step: string, how: StepCount, reason: string | null = null): Counted =>
  reason === null ? `${step} ${how}` : `${step} ${how} ${reason}`;

const asExecution = ({
  step,
  outcome,
  reason,
}: Pick<Execution, 'step' | 'outcome' | 'reason'>): Counted[] => {
  if (step === null) return [];
  const counted = ofExecution[outcome].map((how) => countedAs(step, how));
  const came = outcome === 'skipped' || outcome === 'failed';
  return came && reason !== null ? [...counted, countedAs(step, outcome, reason)] : counted;
};

const asFact = (fact: Fact): Counted[] => {
  if (fact.fact !== 'message' && fact.fact !== 'call') return [];
  const step = readEffectKey(fact.key)?.step;
  if (step === undefined) return [];
  return (fact.fact === 'message' ? ofMessage[fact.outcome] : ofCall[fact.outcome]).map((how) =>
    countedAs(step, how),
  );
};

/** What becomes of an instance's steps by what was done with them and by what came back; it may have been so before. */
export const countsAs = (
  executions: readonly Pick<Execution, 'step' | 'outcome' | 'reason'>[],
  facts: readonly Fact[],
): Counted[] => [...new Set([...executions.flatMap(asExecution), ...facts.flatMap(asFact)])];

const noCounts = (): Record<StepCount, number> => ({
  entered: 0,
  done: 0,
  waiting: 0,
  skipped: 0,
  failed: 0,
  delivered: 0,
  clicked: 0,
  answered: 0,
  replied: 0,
  confirmed: 0,
  'opted-out': 0,
});

/** Of each step how many are counted as what, and why it was left out or failed, the most frequent reason first. */
export const numbersOf = (sums: readonly { counted: Counted; people: number }[]): Performance['steps'] => {
  const steps = new Map<string, Performance['steps'][number]>();
  for (const { counted, people: count } of sums.toSorted((one, other) => other.people - one.people)) {
    const [step, how, ...words] = counted.split(' ') as [string, StepCount, ...string[]];
    const numbers = steps.get(step) ?? { step, counts: noCounts(), reasons: [] };
    steps.set(step, numbers);
    if (words.length === 0) numbers.counts[how] = count;
    else if (how === 'skipped' || how === 'failed')
      numbers.reasons.push({ how, reason: words.join(' '), count });
  }
  return [...steps.values()];
};
