import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { markAnswered, selectConversation } from './inbox.store.ts';
import { selectConversationOf } from '../messages.store.ts';
import { queueMessage } from '../delivery/queue-message.ts';
import type { Channel } from '../rules/message-order.ts';

export type WrittenByStaff = {
  /** made by whoever writes: sent twice, it is one message */
  key: string;
  text: string;
  subject?: string | undefined;
};
/** Of the message, from what its writer's browser calls it. */
export const messageKeyOf = (key: string): string => `staff:${key}`;

type By = { userId: string; staffId: string | null; at: Temporal.Instant };

const note = async (trx: ClinicTransaction, conversationId: string, { userId, at, staffId }: By) => {
  await markAnswered(trx, conversationId, { staffId, now: at });
  await recordAudit(trx, {
    userId,
    at,
    action: 'conversation.answered',
    subject: { kind: 'conversation', id: conversationId },
  });
  await announce(trx, 'messages', conversationId);
};

/** Answers in a conversation. The gate is still asked when it leaves: who has said stop receives nothing. */
export const answerConversation = async (
  trx: ClinicTransaction,
  conversationId: string,
  { key, text, subject }: WrittenByStaff,
  by: By,
): Promise<string | null> => {
  const conversation = await selectConversation(trx, conversationId);
  if (conversation === null) return null;
  const content = subject === undefined ? { text } : { text, subject };
  const messageId = await queueMessage(
    trx,
    {
      key: messageKeyOf(key),
      to: { conversationId },
      channel: conversation.channel,
      purpose: 'reply',
      content,
      cause: { kind: 'staff', userId: by.userId },
    },
    by.at,
  );
  await note(trx, conversationId, by);
  return messageId;
};

/** Writes to a patient who has not written. @returns null conversation: there is no address for this channel */
export const writeToPatient = async (
  trx: ClinicTransaction,
  patientId: string,
  { key, text, subject, channel }: WrittenByStaff & { channel: Channel },
  by: By,
): Promise<{ messageId: string; conversationId: string | null }> => {
  const messageId = await queueMessage(
    trx,
    {
      key: messageKeyOf(key),
      to: { patientId },
      channel,
      purpose: 'care',
      content: subject === undefined ? { text } : { text, subject },
      cause: { kind: 'staff', userId: by.userId },
    },
    by.at,
  );
  const conversationId = await selectConversationOf(trx, messageId);
  if (conversationId !== null) await note(trx, conversationId, by);
  return { messageId, conversationId };
};
