import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import {
  findOrMakeConversations,
  selectConversations,
  type ConversationRow,
} from '../inbox/conversations.store.ts';
import { insertMessages, type NewMessage } from '../messages.store.ts';
import { plan } from './outbox.store.ts';
import {
  selectClinicWords,
  selectReachable,
  type ClinicWords,
  type PatientWithGuardians,
} from './recipients.store.ts';
import { chooseRecipient, type Recipient } from '../rules/choose-recipient.ts';
import type { Channel, MessageOrder } from '../rules/message-order.ts';
import { tellFacts } from './tell-facts.ts';

type Known = {
  people: Map<string, PatientWithGuardians>;
  conversations: Map<string, ConversationRow>;
  clinic: ClinicWords;
  now: Temporal.Instant;
};
type Addressed = {
  order: MessageOrder;
  patientId: string | null;
  channel: Channel;
  recipient: (Omit<Recipient, 'personId'> & { personId: string | null }) | null;
  /** others of the family may be written about by the same message */
  inFamily: boolean;
};

/**
 * A reminder that the reader may get of several visits: told apart from other messages, which stand for themselves. What
 * follows a visit (one that was missed, say) is none: the words for a family look forward to it.
 */
const mayLeaveTogether = ({
  content,
  cause,
  purpose,
  appointmentId,
  needsStandingAppointment,
}: MessageOrder): boolean =>
  cause.kind === 'workflow' &&
  purpose === 'appointment' &&
  appointmentId !== undefined &&
  needsStandingAppointment === true &&
  'templateId' in content;

const address = (order: MessageOrder, known: Known): Addressed => {
  if ('conversationId' in order.to) {
    const conversation = known.conversations.get(order.to.conversationId);
    if (conversation === undefined)
      return { order, patientId: null, channel: order.channel, recipient: null, inFamily: false };
    const { patientId, channel } = conversation;
    return {
      order,
      patientId,
      channel,
      recipient: { personId: patientId, address: conversation.address, language: null },
      inFamily: false,
    };
  }
  const { patientId } = order.to;
  const person = known.people.get(patientId);
  const today = known.now.toZonedDateTimeISO(known.clinic.timeZone).toPlainDate();
  const recipient = person ? chooseRecipient(person.patient, person.guardians, order.channel, today) : null;
  const inFamily =
    mayLeaveTogether(order) &&
    (person?.speaksForOthers === true || (recipient !== null && recipient.personId !== patientId));
  return { order, patientId: person ? patientId : null, channel: order.channel, recipient, inFamily };
};

const rowOf = (
  { order, patientId, channel, recipient }: Addressed,
  conversationId: string | null,
  { clinic, now }: Known,
): NewMessage => {
  const { content, cause } = order;
  return {
    id: randomUUIDv7(),
    key: order.key,
    conversation_id: conversationId,
    channel,
    purpose: order.purpose,
    patient_id: patientId,
    recipient_id: recipient?.personId ?? null,
    appointment_id: order.appointmentId ?? null,
    instance_id: cause.kind === 'workflow' ? cause.instanceId : null,
    cause,
    template_id: 'templateId' in content ? content.templateId : null,
    template_values: 'templateId' in content ? (content.values ?? {}) : null,
    language: recipient?.language ?? clinic.language,
    subject: 'text' in content ? (content.subject ?? null) : null,
    body: 'text' in content ? content.text : null,
    status: recipient === null ? 'failed' : 'waiting',
    reason: recipient === null ? 'no-address' : null,
    due_at: (order.dueAt ?? now).toString(),
    expires_at: order.expiresAt?.toString() ?? null,
    needs_standing: order.needsStandingAppointment ?? false,
  };
};

/**
 * Puts messages into the outbox, in the transaction that decides on them: they exist if and only if it commits. An
 * order whose key is known does nothing. Somebody without an address gets a message that has failed, with its fact.
 * @returns the message of each key
 */
export const queueMessages = async (
  trx: ClinicTransaction,
  orders: readonly MessageOrder[],
  now: Temporal.Instant,
): Promise<Map<string, string>> => {
  if (orders.length === 0) return new Map();
  const patientIds = orders.flatMap(({ to }) => ('patientId' in to ? [to.patientId] : []));
  const conversationIds = orders.flatMap(({ to }) => ('conversationId' in to ? [to.conversationId] : []));
  const known: Known = {
    people: await selectReachable(trx, patientIds),
    conversations: await selectConversations(trx, conversationIds),
    clinic: await selectClinicWords(trx),
    now,
  };
  const addressed = orders.map((order) => address(order, known));
  const places = addressed.flatMap(({ channel, recipient }) =>
    recipient === null ? [] : [{ channel, address: recipient.address, patientId: recipient.personId }],
  );
  const conversationAt = await findOrMakeConversations(trx, places, now);
  const rows = addressed.map((one) =>
    rowOf(
      one,
      one.recipient && conversationAt({ channel: one.channel, address: one.recipient.address }),
      known,
    ),
  );
  const { ids, fresh } = await insertMessages(trx, rows, now);
  const entered = rows.filter(({ id }) => fresh.has(id));
  const families = new Map(
    rows.map((row, index) => [
      row.id,
      addressed[index]!.inFamily ? `${row.conversation_id} ${row.template_id}` : null,
    ]),
  );
  await tellFacts(
    trx,
    entered
      .filter(({ status }) => status === 'failed')
      .map((row) => ({
        ...row,
        instanceId: row.instance_id,
        fact: { fact: 'failed', reason: 'no-address' },
      })),
    now,
  );
  await plan(
    trx,
    entered
      .filter(({ status }) => status === 'waiting')
      .map((row) => ({ messageId: row.id, dueAt: row.due_at, family: families.get(row.id) ?? null })),
  );
  return ids;
};

/** One message. @see queueMessages */
export const queueMessage = async (
  trx: ClinicTransaction,
  order: MessageOrder,
  now: Temporal.Instant,
): Promise<string> => (await queueMessages(trx, [order], now)).get(order.key)!;
