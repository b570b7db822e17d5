import type { CallOutcome, PhoneCallStep } from './steps.ts';
import { spanAfter } from './moment.ts';
import { expiryOf, goPast, keyOf, reasonToSkip, tell, type Walk } from './walk.ts';

/** For the staff's list. */
const anotherTime = {
  en: 'Asked on the telephone for another time.',
  de: 'Wünscht am Telefon einen anderen Termin.',
};

/** Placing it and talking take no longer, the quiet hours of a night included: after it the outcome is unknown, and is never guessed. */
const longest = { hours: 12 };

/** What goes on without an answer stays open to another attempt; the others have reached somebody. */
const reached: readonly CallOutcome[] = [
  'confirmed',
  'reschedule-asked',
  'spoke-to-someone',
  'do-not-call',
  'heard',
  'left-message',
];

export const placeCall = (walk: Walk, step: PhoneCallStep, attempt: number): void => {
  const reason = reasonToSkip(walk);
  if (reason !== null) {
    tell(walk, step, 'skipped', { reason });
    return goPast(walk, step.id);
  }
  const key = keyOf(walk, step.id, attempt);
  walk.effects.push({
    effect: 'place-call',
    key,
    step: step.id,
    attempt,
    call: step,
    expiresAt: expiryOf(walk),
  });
  walk.state.position = {
    doing: 'calling',
    step: step.id,
    attempt,
    until: walk.now.add(longest).toString(),
  };
  tell(walk, step, 'waiting', { reason: 'on-the-telephone', detail: { attempt: attempt + 1 }, key });
};

const followUp = (walk: Walk, step: PhoneCallStep, outcome: CallOutcome, key: string): void => {
  if (outcome === 'reschedule-asked')
    walk.effects.push({
      effect: 'create-task',
      key,
      step: step.id,
      kind: 'reschedule',
      text: anotherTime[walk.subject.clinic.language],
      staffId: null,
      dueAt: null,
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
  if (outcome === 'withheld') tell(walk, step, 'skipped', told);
  else tell(walk, step, reached.includes(outcome) ? 'done' : 'failed', told);
  followUp(walk, step, outcome, key);
  goPast(walk, step.id);
};
