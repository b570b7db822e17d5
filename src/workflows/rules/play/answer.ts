import { reachedNobody } from '../../../dialling/rules/call-outcome.ts';
import type { ReplyMeaning } from '../../../messages/rules/reply-meaning.ts';
import type { Fact } from '../fact.ts';
import { readMessageFact } from '../read-message-fact.ts';
import type { CallOutcome } from '../steps.ts';
import { channelOf, type Contact } from './contact.ts';
import { cancelAppointment, confirmAppointment } from './happening.ts';
import type { Staging, World } from './world.ts';

/** What may become of a message: how it arrives, or what somebody writes back. */
export const messageAnswers = [
  'delivered',
  'opened',
  'clicked',
  'failed',
  'confirm',
  'cancel',
  'reschedule',
  'unclear',
  'stop',
] as const;
export type MessageAnswer = (typeof messageAnswers)[number];
export type Answer = MessageAnswer | CallOutcome;

const isMessageAnswer = (text: string): text is MessageAnswer => messageAnswers.some((one) => one === text);

const isReply = (said: MessageAnswer): said is MessageAnswer & ReplyMeaning =>
  said === 'confirm' || said === 'cancel' || said === 'reschedule' || said === 'unclear' || said === 'stop';

/** Whoever says no on this way is not contacted by it any more, whatever it is about. */
const sayNo = (world: World, { key, personId, to, effect }: Contact): void => {
  if (personId === null) return;
  const channel = channelOf(effect);
  world.optOuts.push({ id: `play:${key}`, channel, purpose: null, since: world.now, personId, address: to });
};

/** What reached nobody gives its place under the caps back. */
const release = (world: World, { key }: Contact): void => {
  world.counted = world.counted.filter((one) => one.key !== key);
};

const callFacts = (world: World, contact: Contact, outcome: CallOutcome): Fact[] => {
  const { key } = contact;
  const told: Fact = { fact: 'call', key, outcome, reason: null };
  if (reachedNobody(outcome)) release(world, contact);
  if (outcome === 'confirmed') confirmAppointment(world);
  if (outcome !== 'do-not-call') return [told];
  sayNo(world, contact);
  return [told, { fact: 'opted-out' }];
};

/** What a reply means to the workflow: what could not be done is for a person to read. */
const meantBy = (staging: Staging, world: World, meaning: ReplyMeaning): ReplyMeaning => {
  if (meaning === 'confirm') return confirmAppointment(world) ? 'confirm' : 'unclear';
  if (meaning === 'cancel') return cancelAppointment(staging.definition, world) ? 'cancel' : 'unclear';
  return meaning;
};

const messageFacts = (staging: Staging, world: World, contact: Contact, said: MessageAnswer): Fact[] => {
  const { key } = contact;
  if (isReply(said)) {
    if (said === 'stop') sayNo(world, contact);
    return readMessageFact(key, { fact: 'replied', meaning: meantBy(staging, world, said), text: '' });
  }
  if (said !== 'failed') return readMessageFact(key, { fact: said });
  release(world, contact);
  return readMessageFact(key, { fact: 'failed', reason: 'unreachable' });
};

/** A call ends once; a message may be answered as long as it stands there. */
export const mayAnswer = ({ status, effect, answer: said }: Contact): boolean =>
  (status === 'out' && said === null) ||
  (effect.effect === 'send-message' && said !== null && said !== 'failed');

/** Something becomes of a contact that has left; what follows from it is told to the interpreter by `settle`. */
export const answer = (staging: Staging, world: World, key: string, said: Answer, byHand = true): void => {
  const contact = world.contacts.find((one) => one.key === key);
  if (contact === undefined || !mayAnswer(contact)) return;
  contact.status = 'over';
  contact.answer = said;
  world.story.push({ told: 'answer', at: world.now, contact: { ...contact }, answer: said, byHand });
  // What it changes at the clinic is done before the workflow hears of it.
  const facts =
    contact.effect.effect === 'place-call'
      ? callFacts(world, contact, said as CallOutcome)
      : messageFacts(staging, world, contact, isMessageAnswer(said) ? said : 'delivered');
  world.facts.push(...facts);
};
