import { formatPhone } from '../rules/format-phone.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { queueMessage } from '../delivery/queue-message.ts';
import type { Arrived } from './receive-sms.ts';
import type { ReplyDecision } from '../rules/decide-reply.ts';
import type { MessageOrder } from '../rules/message-order.ts';
import { replyText, type NamedVisit } from '../rules/reply-texts.ts';
import { visitWords } from '../rules/subject-values.ts';

const stopping = new Set(['cancelled-and-stopped', 'stopped', 'started', 'help']);

/**
 * Answers by itself where there is one right answer. After a stop word the carrier lets no text message through: the
 * confirmation then goes to their e-mail address, and without one the staff sees to it.
 */
export const answerReply = async (
  trx: ClinicTransaction,
  { id, conversationId, writer, people, visits, clinic }: Arrived,
  { answer, confirm, cancel, parts }: Pick<ReplyDecision, 'answer' | 'confirm' | 'cancel' | 'parts'>,
  now: Temporal.Instant,
): Promise<void> => {
  if (answer === null) return;
  const language = writer?.language ?? clinic.language;
  const firstNameOf = (patientId: string): string => {
    const person = people.find((each) => each.patientId === patientId);
    return person?.preferredName ?? person?.givenName ?? '';
  };
  const named = (ids: readonly string[]): NamedVisit[] =>
    visits
      .filter(({ id: visitId }) => ids.includes(visitId))
      .map(({ patientId, startsAt }) => ({
        firstName: firstNameOf(patientId),
        ...visitWords(startsAt, clinic.timeZone, language),
      }));
  const settled = new Set(
    visits.filter((visit) => [...confirm, ...cancel].includes(visit.id)).map(({ patientId }) => patientId),
  );
  const phone = clinic.firstNumber === null ? '' : formatPhone(clinic.firstNumber, clinic.country);
  const text = replyText(answer, language, {
    clinic: clinic.name,
    phone,
    confirmed: named(confirm),
    cancelled: named(cancel),
    open: parts.flatMap(({ patientId }) => (settled.has(patientId) ? [] : [firstNameOf(patientId)])),
  });
  const order = {
    key: `re:${id}`,
    purpose: stopping.has(answer) ? 'opt-out-confirmation' : 'reply',
    cause: { kind: 'reply', messageId: id },
  } as const;
  const byOtherWay = answer === 'cancelled-and-stopped';
  if (byOtherWay && writer === null) return;
  const where: Pick<MessageOrder, 'to' | 'channel' | 'content'> = byOtherWay
    ? { to: { patientId: writer!.patientId }, channel: 'email', content: { text, subject: clinic.name } }
    : { to: { conversationId }, channel: 'sms', content: { text } };
  // A moment later, so that the answer stands below what it answers.
  await queueMessage(trx, { ...order, ...where, dueAt: now }, now.add({ milliseconds: 1 }));
};
