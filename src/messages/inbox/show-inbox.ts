import type { ClinicTransaction } from '../../platform/database/database.ts';
import { countOpen, selectInbox, selectThread, type ConversationFilter } from './inbox.store.ts';
import type { ConversationPage, MessagePage } from '../rules/conversation-views.ts';
import { messageCursor, type MessageCursor } from '../rules/message-cursor.ts';

/** One page of the inbox, the newest first. */
export const listConversations = async (
  trx: ClinicTransaction,
  filter: ConversationFilter,
): Promise<ConversationPage> => {
  const items = await selectInbox(trx, filter);
  const last = items.length === filter.limit ? items.at(-1) : undefined;
  return {
    items,
    nextCursor: last ? messageCursor({ at: last.lastMessageAt, id: last.id }) : null,
    openCount: await countOpen(trx),
  };
};

/** One page of what was written, the newest first. */
export const listMessages = async (
  trx: ClinicTransaction,
  conversationId: string,
  part: { after: MessageCursor | null; limit: number },
): Promise<MessagePage> => {
  const items = await selectThread(trx, conversationId, part);
  const last = items.length === part.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? messageCursor(last) : null };
};
