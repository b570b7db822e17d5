import { findClinicOfNumber } from '../../clinics/clinic-numbers.ts';
import { optBackIn, optOut } from '../../consent/opt-out.ts';
import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { answerReply } from './answer-reply.ts';
import { changeAppointments, type AppointmentHook } from './change-appointments.ts';
import { findOrMakeConversations } from './conversations.store.ts';
import {
  insertInbound,
  lockConversation,
  selectComing,
  selectCorrespondents,
  selectQuestions,
  writeUnderstood,
  type ComingVisit,
  type Correspondent,
} from './inbound.store.ts';
import { selectClinicWords, type ClinicWords } from '../delivery/recipients.store.ts';
import { giveReplyTask } from './give-reply-task.ts';
import { decideReply, type ReplyDecision } from '../rules/decide-reply.ts';
import { wordsFor } from '../rules/word-for.ts';
import { tellFacts } from '../delivery/tell-facts.ts';

export type ReplyDependencies = { database: Database } & AppointmentHook;
export type IncomingSms = { sid: string; from: string; to: string; body: string };

/** What somebody wrote, by whatever way. */
export type Incoming = {
  channel: 'sms' | 'in-app';
  /** names it for good */
  key: string;
  /** the carrier's; null where there is no carrier between */
  sid: string | null;
  /** a number, or the person's id */
  from: string;
  /** the clinic's number */
  to: string | null;
  body: string;
};

/** A message that has arrived, with all that decides on it. */
export type Arrived = {
  id: string;
  conversationId: string;
  incoming: Incoming;
  /** who has the number, when that is one person */
  writer: Correspondent | null;
  people: readonly Correspondent[];
  visits: readonly ComingVisit[];
  clinic: ClinicWords;
};

const e164 = /^\+[1-9][0-9]{4,14}$/;

const onlyOne = <T>(list: readonly T[]): T | null => (list.length === 1 ? list[0]! : null);

const decide = (
  { incoming, people, visits, clinic }: Arrived,
  questions: Awaited<ReturnType<typeof selectQuestions>>,
): ReplyDecision =>
  decideReply(incoming.body, {
    byCarrier: incoming.channel === 'sms',
    people: people.map(({ patientId, givenName, preferredName }) => ({
      patientId,
      firstNames: [givenName, ...(preferredName === null ? [] : [preferredName])],
    })),
    appointments: visits.map(({ startsAt, ...visit }) => ({
      ...visit,
      day: startsAt.toZonedDateTimeISO(clinic.timeZone).toPlainDate().toString(),
    })),
    askedAbout: questions.flatMap(({ appointmentId }) => appointmentId ?? []),
    instanceId: questions[0]?.instanceId ?? null,
  });

/** @returns whether it is news: a second "stop" is not confirmed again */
const noteConsent = async (
  trx: ClinicTransaction,
  { incoming: { from: address, channel }, writer }: Arrived,
  decision: ReplyDecision,
  now: Temporal.Instant,
): Promise<boolean> => {
  const where = { address, channel, patientId: writer?.patientId ?? null };
  const { optOut: how, optIn } = decision;
  if (optIn) await optBackIn(trx, where, now);
  if (how === null) return true;
  return (await optOut(trx, { ...where, purpose: null, how, userId: null }, now)).fresh;
};

/** Understands what was written and does what is certain. @param people whose address it came from, and their children */
export const takeIn = async (
  deps: AppointmentHook,
  trx: ClinicTransaction,
  incoming: Incoming,
  people: readonly Correspondent[],
  now: Temporal.Instant,
): Promise<void> => {
  const writer = onlyOne(people.filter(({ own }) => own));
  const patientId = writer?.patientId ?? null;
  const { channel, key, sid, from: address, to: ownAddress, body } = incoming;
  const place = { channel, address };
  const conversationId = (await findOrMakeConversations(trx, [{ ...place, patientId }], now))(place);
  await lockConversation(trx, conversationId);
  const id = await insertInbound(
    trx,
    { ...place, conversationId, key, sid, patientId, ownAddress, body },
    now,
  );
  if (id === null) return;
  const clinic = await selectClinicWords(trx);
  const visits = await selectComing(
    trx,
    people.map((person) => person.patientId),
    now,
  );
  const arrived: Arrived = { id, conversationId, incoming, writer, people, visits, clinic };
  const questions = await selectQuestions(trx, conversationId, id, now);
  const decision = decide(arrived, questions);
  const isNews = await noteConsent(trx, arrived, decision, now);
  const done = await changeAppointments(deps, trx, decision, now);
  const answer = isNews || done.cancel.length > 0 ? decision.answer : null;
  await answerReply(trx, arrived, { ...done, answer, parts: decision.parts }, now);
  const { meaning } = decision;
  await writeUnderstood(
    trx,
    {
      id,
      conversationId,
      meaning,
      openReason: done.refused ? 'which-appointment' : decision.open,
      ownAddress,
      patientId,
    },
    now,
  );
  await giveReplyTask(trx, arrived, decision, { questions, cancelled: done.cancel }, now);
  const words = wordsFor(questions, decision, done);
  await tellFacts(
    trx,
    words.map(({ question: { id: messageId, instanceId }, meaning: word }) => ({
      id: messageId,
      instanceId,
      fact: { fact: 'replied', meaning: word, text: body },
    })),
    now,
  );
  await announce(trx, 'messages', conversationId);
};

/**
 * Takes in a text message, once however often the carrier brings it: what is certain is done at once, the rest is for
 * a person. Numbers of no clinic here, and senders that are no numbers, are passed over.
 */
export const receiveSms = async (
  deps: ReplyDependencies,
  sms: IncomingSms,
  now: Temporal.Instant,
): Promise<void> => {
  if (!e164.test(sms.from)) return;
  // PostgreSQL keeps no NUL; a message is not lost for one.
  const body = sms.body.replaceAll('\u0000', '');
  const clinicId = await findClinicOfNumber(deps.database, sms.to);
  if (clinicId !== null)
    await inClinic(deps.database, clinicId, async (trx) => {
      const people = await selectCorrespondents(trx, { number: sms.from });
      await takeIn(deps, trx, { ...sms, body, channel: 'sms', key: `in:${sms.sid}` }, people, now);
    });
};
