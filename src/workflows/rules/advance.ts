import type { Definition, Exit } from './definition.ts';
import { doStep } from './do-step.ts';
import { readEffectKey, type Effect, type Execution } from './effect.ts';
import type { Fact } from './fact.ts';
import type { InstanceState } from './instance.ts';
import { endCall, placeCall } from './phone-call.ts';
import { isSend, noteMessage } from './send.ts';
import { isAhead, type SubjectAppointment } from './subject.ts';
import { doAgain, waitedEnough } from './by-hand.ts';
import { lookAtWait } from './wait.ts';
import { beginWalk, exit, goTo, holdsNow, tell, type Standing, type Walk } from './walk.ts';

export type Advanced = { instance: InstanceState; effects: Effect[]; executions: Execution[] };

/** Back to the first wait that hangs on the appointment, as another round: what left in the last one had another time in it. */
const beginRound = (walk: Walk, step: string): void => {
  Object.assign(walk.state, {
    round: walk.state.round + 1,
    window: 'open',
    outcomes: {},
    attempts: {},
    exit: null,
  } satisfies Partial<InstanceState>);
  goTo(walk, step);
};

/** What ended it is not so any more: it was taken back, or said of another time than the appointment has now. */
const isTakenBack = (state: InstanceState, appointment: SubjectAppointment): boolean =>
  (state.exit === 'appointment-cancelled' && isAhead(appointment)) ||
  (state.exit === 'appointment-confirmed' && appointment.status === 'booked');

/** An instance never goes on with a plan for another time than the appointment has now, whoever forgot to say so. */
const followAppointment = (walk: Walk): void => {
  const { state, subject } = walk;
  if (state.plannedFor === null) return;
  const { appointment } = subject;
  if (subject.givenAway === true) {
    // Whatever became of it: it is not theirs any more, and nothing takes it up again.
    if (state.exit !== 'given-away') exit(walk, 'given-away');
    return;
  }
  if (appointment === null) {
    if (state.status === 'running') exit(walk, 'appointment-gone');
    return;
  }
  // Its last message may still wait for the morning.
  if (state.status === 'done' && state.window !== 'open' && !isAhead(appointment))
    walk.effects.push({ effect: 'withdraw' });
  const startsAt = appointment.startsAt.toString();
  const moved = startsAt !== state.plannedFor;
  const takenBack = isTakenBack(state, appointment);
  if (!moved && !takenBack) return;
  if (state.status === 'exited' && !takenBack) return;
  const begin = state.rewind ?? (takenBack ? walk.program.first : null);
  if (moved) tell(walk, null, 'moved', { detail: { from: state.plannedFor, to: startsAt } });
  state.plannedFor = startsAt;
  if (begin === null || !isAhead(appointment)) return;
  walk.effects.push({ effect: 'withdraw' });
  beginRound(walk, begin);
};

const answers = ['replied', 'stopped', 'reschedule-asked', 'confirmed', 'cancelled'];

const exitHolds = (walk: Walk, fact: Fact, exitRule: Exit): boolean => {
  switch (exitRule.when) {
    case 'appointment-cancelled':
      return walk.subject.appointment?.status === 'cancelled';
    case 'appointment-confirmed':
      return walk.subject.appointment?.status === 'confirmed';
    case 'event':
      return fact.fact === 'happened' && exitRule.kinds.includes(fact.kind);
    case 'opted-out':
      return fact.fact === 'opted-out';
    case 'replied':
      return fact.fact === 'message' && answers.includes(fact.outcome);
    case 'condition':
      return holdsNow(walk, exitRule.if);
  }
};

/** The same person came in before: they go on once. */
const stepBack = (walk: Walk, mergeId: string): void => {
  const { position } = walk.state;
  exit(walk, 'merged');
  walk.state.steppedBack = { mergeId, position };
};

const standUpAgain = (walk: Walk, mergeId: string): void => {
  const { state } = walk;
  if (state.status !== 'exited' || state.exit !== 'merged' || state.steppedBack?.mergeId !== mergeId) return;
  const { position } = state.steppedBack;
  Object.assign(state, { status: 'running', exit: null, position } satisfies Partial<InstanceState>);
  delete state.steppedBack;
  tell(walk, null, 'chosen', { reason: 'parted' });
};

const checkExits = (walk: Walk, fact: Fact): void => {
  if (walk.state.status !== 'running') return;
  if (fact.fact === 'merged') return stepBack(walk, fact.mergeId);
  if (fact.fact === 'ended') return exit(walk, 'ended-by-hand', fact.hand);
  if (walk.subject.patient?.archived === true) return exit(walk, 'patient-archived');
  const met = walk.definition.exits.find((rule) => exitHolds(walk, fact, rule));
  if (met) exit(walk, met.when === 'event' && fact.fact === 'happened' ? fact.kind : met.when);
};

/** What came back of something done by a step. It may come late, twice, or of a round that is over. */
const takeOutcome = (walk: Walk, fact: Extract<Fact, { fact: 'message' | 'call' }>): void => {
  const key = readEffectKey(fact.key);
  const place = key && walk.program.places.get(key.step);
  if (!key || !place || key.round !== walk.state.round || walk.state.status === 'exited') return;
  const { step } = place;
  if (fact.fact === 'message') {
    if (isSend(step)) noteMessage(walk, step, key.attempt, fact.outcome, fact.reason);
    return;
  }
  const { position } = walk.state;
  if (step.do !== 'MAKE_PHONE_CALL') return;
  if (position?.doing === 'calling' && position.step === step.id && position.attempt === key.attempt)
    endCall(walk, step, key.attempt, fact.outcome, fact.reason);
};

const isDue = (walk: Walk, until: string): boolean =>
  Temporal.Instant.compare(walk.now, Temporal.Instant.from(until)) >= 0;

/** The instance looks whether what it stands at is over. */
const lookAround = (walk: Walk, fact: Fact): void => {
  const { position } = walk.state;
  if (position === null || position.doing === 'ready') return;
  const step = walk.program.places.get(position.step)?.step;
  // Another version has something else there, or nothing.
  const waits = position.doing === 'waiting';
  if (step?.do !== (waits ? 'WAIT' : 'MAKE_PHONE_CALL')) return exit(walk, 'step-gone');
  if (step.do === 'WAIT' && position.doing === 'waiting')
    return lookAtWait(walk, step, position.until, fact.fact === 'changed');
  if (step.do !== 'MAKE_PHONE_CALL' || !isDue(walk, position.until)) return;
  if (position.doing === 'calling') endCall(walk, step, position.attempt, 'unknown', 'no-word');
  else if (position.doing === 'calling-again') placeCall(walk, step, position.attempt);
};

const run = (walk: Walk): void => {
  while (walk.state.position?.doing === 'ready') {
    const place = walk.program.places.get(walk.state.position.step);
    if (!place) return exit(walk, 'step-gone');
    doStep(walk, place.step);
  }
};

/**
 * The one interpreter of workflows and campaigns: `(definition, instance, fact, how the world stands with now)` → the instance
 * afterwards, what has to be done, and what was done with which step and why. The same input gives the same answer.
 */
export const advance = (
  definition: Definition,
  instance: InstanceState,
  fact: Fact,
  standing: Standing,
): Advanced => {
  const walk = beginWalk(definition, instance, standing);
  if (fact.fact === 'parted') standUpAgain(walk, fact.mergeId);
  followAppointment(walk);
  checkExits(walk, fact);
  if (fact.fact === 'message' || fact.fact === 'call') takeOutcome(walk, fact);
  if (fact.fact === 'again' && standing.paused !== true) doAgain(walk, fact);
  if (walk.state.status === 'running' && standing.paused !== true) {
    if (fact.fact === 'waited-enough') waitedEnough(walk, fact.hand);
    if (fact.fact === 'due' && fact.overdue === 'skip') walk.skipping = 'overdue-after-pause';
    lookAround(walk, fact);
    run(walk);
  }
  return { instance: walk.state, effects: walk.effects, executions: walk.executions };
};
