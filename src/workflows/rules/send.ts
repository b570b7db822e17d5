import type { MessageOutcome } from './fact.ts';
import type { InstanceState } from './instance.ts';
import type { Channel } from '../../messages/rules/message-order.ts';
import type { Content, LeafStep } from './steps.ts';
import { expiryOf, keyOf, reasonToSkip, tell, type Walk } from './walk.ts';

export type SendStep = Extract<LeafStep, { do: 'SEND' | 'SEND_SMS' | 'SEND_APPOINTMENT_REMINDER' }>;

type Window = InstanceState['window'];

/** What SEND_APPOINTMENT_REMINDER says. */
const reminderContent: Content = {
  subject: { en: 'Your appointment', de: 'Ihr Termin' },
  text: {
    en: 'Your appointment at {{ clinic.name }} is on {{ appointment.weekday }}, {{ appointment.date }} at {{ appointment.time }}. Reply YES to confirm.',
    de: 'Ihr Termin bei {{ clinic.name }} ist am {{ appointment.weekday }}, dem {{ appointment.date }} um {{ appointment.time }}. Antworten Sie JA, um zu bestätigen.',
  },
};

export const contentOf = (step: SendStep): Content =>
  step.do === 'SEND_APPOINTMENT_REMINDER' ? reminderContent : step.content;

/** The channels in the order in which they are tried. */
export const channelsOf = (step: SendStep): Channel[] => {
  if (step.do === 'SEND_SMS') return ['sms'];
  if (step.do === 'SEND_APPOINTMENT_REMINDER') return [step.channel];
  return [step.channel, ...(step.fallback ?? [])];
};

export const isSend = (step: { do: string }): step is SendStep =>
  step.do === 'SEND' || step.do === 'SEND_SMS' || step.do === 'SEND_APPOINTMENT_REMINDER';

const sendBy = (walk: Walk, step: SendStep, number: number, window: Window): void => {
  const channels = channelsOf(step);
  const channel = channels[number % channels.length]!;
  const key = keyOf(walk, step.id, number);
  walk.state.attempts[step.id] = { number, window };
  walk.effects.push({
    effect: 'send-message',
    key,
    step: step.id,
    channel,
    expiresAt: expiryOf(walk, window),
  });
  tell(walk, step, 'done', { detail: { channel }, key });
};

/** By all its channels once more; attempts are counted on, so that each has a key of its own. */
export const sendAgain = (walk: Walk, step: SendStep): void => {
  const last = walk.state.attempts[step.id];
  const reason = reasonToSkip(walk, last?.window);
  if (reason !== null) return tell(walk, step, 'skipped', { reason });
  const channels = channelsOf(step).length;
  const number = last === undefined ? 0 : (Math.floor(last.number / channels) + 1) * channels;
  delete walk.state.outcomes[step.id];
  sendBy(walk, step, number, last?.window ?? walk.state.window);
};

export const send = (walk: Walk, step: SendStep): void => {
  const reason = reasonToSkip(walk);
  if (reason === null) sendBy(walk, step, 0, walk.state.window);
  else tell(walk, step, 'skipped', { reason });
};

/** Word of a message may overtake other word of it: an answer says more than a delivery. */
const weight: Record<MessageOutcome, number> = {
  sent: 0,
  delivered: 1,
  failed: 1,
  withheld: 1,
  unknown: 1,
  opened: 2,
  clicked: 3,
  replied: 4,
  stopped: 5,
  'reschedule-asked': 5,
  cancelled: 5,
  confirmed: 5,
};
const weightOf = (outcome: string | undefined): number =>
  outcome !== undefined && Object.hasOwn(weight, outcome) ? weight[outcome as MessageOutcome] : -1;

/** What became of a message; what cannot be delivered goes by the next channel. */
export const noteMessage = (
  walk: Walk,
  step: SendStep,
  attempt: number,
  outcome: MessageOutcome,
  reason: string | null,
): void => {
  const current = walk.state.attempts[step.id];
  // Word of a channel that was given up already.
  if (current?.number !== attempt) return;
  if (weight[outcome] < weightOf(walk.state.outcomes[step.id])) return;
  const repeated = walk.state.outcomes[step.id] === outcome;
  walk.state.outcomes[step.id] = outcome;
  if (repeated || (outcome !== 'failed' && outcome !== 'withheld')) return;
  const key = keyOf(walk, step.id, attempt);
  tell(walk, step, outcome === 'failed' ? 'failed' : 'skipped', { reason, key });
  const wasLast = (attempt + 1) % channelsOf(step).length === 0;
  if (wasLast || reasonToSkip(walk, current.window) !== null) return;
  delete walk.state.outcomes[step.id];
  sendBy(walk, step, attempt + 1, current.window);
};
