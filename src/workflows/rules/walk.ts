import type { Definition } from './definition.ts';
import { effectKey, type Effect, type Execution } from './effect.ts';
import { readField } from './fields.ts';
import type { InstanceState } from './instance.ts';
import { programOf, type Program } from './program.ts';
import { holds, type RuleGroup } from './rule-tree.ts';
import { isAhead, type Subject } from './subject.ts';

/** Who the instance is and how the world stands at this moment. */
export type Standing = {
  instanceId: string;
  workflowId: string;
  subject: Subject;
  now: Temporal.Instant;
  /** the workflow is: what comes back is noted, but no step is done; the next channel's message is held like the others */
  paused?: boolean;
};

/** One advance under way: a copy of the state that is changed step by step, and what has to be done and told. */
export type Walk = Standing & {
  definition: Definition;
  program: Program;
  state: InstanceState;
  effects: Effect[];
  executions: Execution[];
  /** why what would contact somebody is left out, up to the next WAIT */
  skipping: string | null;
};

export const beginWalk = (definition: Definition, instance: InstanceState, standing: Standing): Walk => ({
  ...standing,
  definition,
  program: programOf(definition),
  state: { ...instance, outcomes: { ...instance.outcomes }, attempts: { ...instance.attempts } },
  effects: [],
  executions: [],
  skipping: null,
});

type Told = Partial<Pick<Execution, 'reason' | 'detail' | 'key'>>;

export const tell = (
  walk: Walk,
  step: { id: string; do: string } | null,
  outcome: Execution['outcome'],
  { reason = null, detail = {}, key = null }: Told = {},
): void => {
  const { state } = walk;
  walk.executions.push({
    number: state.executions,
    round: state.round,
    step: step?.id ?? null,
    kind: step?.do ?? 'INSTANCE',
    outcome,
    reason,
    detail,
    key,
  });
  state.executions += 1;
};

export const holdsNow = ({ subject, state, now }: Walk, group: RuleGroup): boolean =>
  holds(group, readField(subject, state.outcomes, now));

export const keyOf = ({ instanceId, state }: Walk, step: string, attempt: number): string =>
  effectKey(instanceId, step, state.round, attempt);

export const goTo = (walk: Walk, step: string | null): void => {
  walk.state.position = step === null ? null : { doing: 'ready', step };
  walk.state.status = step === null ? 'done' : 'running';
};

export const goPast = (walk: Walk, step: string): void =>
  goTo(walk, walk.program.places.get(step)?.next ?? null);

export const exit = (walk: Walk, reason: string, detail: Execution['detail'] = {}): void => {
  tell(walk, null, 'exited', { reason, detail });
  walk.effects.push({ effect: 'withdraw' });
  walk.state.status = 'exited';
  walk.state.exit = reason;
  walk.state.position = null;
};

/** Why nobody may be contacted by a step now; null: nothing speaks against it. */
export const reasonToSkip = (walk: Walk, window = walk.state.window): string | null => {
  const { skipping, subject, now } = walk;
  if (skipping !== null) return skipping;
  const nobody = subject.patient === null ? 'nobody-to-contact' : null;
  if (window === 'open') return nobody;
  const { appointment } = subject;
  if (appointment === null || !isAhead(appointment)) return 'appointment-over';
  return Temporal.Instant.compare(now, appointment.startsAt) >= 0 ? 'appointment-begun' : nobody;
};

/** From when on what a step wants is of no use. */
export const expiryOf = ({ state, subject }: Walk, window = state.window): string | null =>
  window === 'open' ? null : (subject.appointment?.startsAt.toString() ?? null);
