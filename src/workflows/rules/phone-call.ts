import { reachedNobody } from '../../dialling/rules/call-outcome.ts';
import type { CallOutcome, PhoneCallStep } from './steps.ts';
import { spanAfter } from './instant-of.ts';
import { expiryOf, goPast, keyOf, reasonToSkip, tell, type Walk } from './walk.ts';
import { nextWorkingHour } from './working-hour.ts';

/** For the staff's list. */
const anotherTime = {
  en: 'Asked on the telephone for another time.',
  de: 'Wünscht am Telefon einen anderen Termin.',
};

const wantedSomebody = {
  en: 'Wanted to speak to somebody when we called, and nobody could.',
  de: 'Wollte bei unserem Anruf mit jemandem sprechen, und niemand konnte.',
};

/**
 * How long a call may wait to be made. Before an appointment over a night, so that what follows is still in time;
 * otherwise from a Saturday evening to Monday, a public holiday between included.
 */
const longest = { beforeAppointment: { hours: 12 }, otherwise: { hours: 72 } };
/** How long it may take from there. After it the outcome is unknown, and is never guessed. */
const talking = { hours: 1 };

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** Of what is unknown nobody can say that it reached somebody. */
const cameTo = (outcome: CallOutcome): 'skipped' | 'done' | 'failed' => {
  if (outcome === 'withheld') return 'skipped';
  return outcome === 'unknown' || reachedNobody(outcome) ? 'failed' : 'done';
};

export const placeCall = (walk: Walk, step: PhoneCallStep, attempt: number): void => {
  const reason = reasonToSkip(walk);
  if (reason !== null) {
    tell(walk, step, 'skipped', { reason });
    return goPast(walk, step.id);
  }
  const key = keyOf(walk, step.id, attempt);
  const expiry = expiryOf(walk);
  const expiresAt =
    expiry === null
      ? walk.now.add(longest.otherwise)
      : earlier(walk.now.add(longest.beforeAppointment), Temporal.Instant.from(expiry));
  walk.effects.push({
    effect: 'place-call',
    key,
    step: step.id,
    attempt,
    call: step,
    expiresAt: expiresAt.toString(),
    beforeAppointment: expiry !== null,
  });
  walk.state.position = {
    doing: 'calling',
    step: step.id,
    attempt,
    until: expiresAt.add(talking).toString(),
  };
  tell(walk, step, 'waiting', { reason: 'on-the-telephone', detail: { attempt: attempt + 1 }, key });
};

/** What the staff has to see to; a message on the voicemail is on its list by itself. */
const followUp = (
  walk: Walk,
  step: PhoneCallStep,
  { outcome, reason }: { outcome: CallOutcome; reason: string | null },
  key: string,
): void => {
  const unheard = outcome === 'wanted-someone' && reason !== 'voicemail';
  if (outcome !== 'reschedule-asked' && !unheard) return;
  const { clinic } = walk.subject;
  walk.effects.push({
    effect: 'create-task',
    key,
    step: step.id,
    kind: 'callback',
    text: (unheard ? wantedSomebody : anotherTime)[clinic.language],
    staffId: null,
    dueAt: nextWorkingHour(clinic, walk.now).toString(),
  });
};

/** An attempt is over: another one by the rule, or on with the workflow. */
export const endCall = (
  walk: Walk,
  step: PhoneCallStep,
  attempt: number,
  outcome: CallOutcome,
  reason: string | null,
): void => {
  const key = keyOf(walk, step.id, attempt);
  const { retry } = step;
  const again = retry !== undefined && attempt < retry.times && retry.on.some((wanted) => wanted === outcome);
  const told = { reason: reason ?? outcome, detail: { outcome, attempt: attempt + 1 }, key };
  if (again) {
    const until = spanAfter(retry.after, walk.subject.clinic.timeZone, walk.now).toString();
    tell(walk, step, 'waiting', { ...told, detail: { ...told.detail, until } });
    walk.state.position = { doing: 'calling-again', step: step.id, attempt: attempt + 1, until };
    return;
  }
  walk.state.outcomes[step.id] = outcome;
  tell(walk, step, cameTo(outcome), told);
  followUp(walk, step, { outcome, reason }, key);
  goPast(walk, step.id);
};
