import type { ConversationScope } from '../../src/messages/rules/conversation-views.ts';

/** What the inbox shows, kept in the address. */
export interface MessagesSearch {
  show?: Exclude<ConversationScope, 'open'>;
  /** a staff member, or 'nobody' */
  assignedTo?: string;
  /** the conversation that is open */
  with?: string;
  /** a message is being written to this person, or to somebody still to be chosen ('somebody') */
  to?: string;
}

export const readMessagesSearch = (search: Record<string, unknown>): MessagesSearch => {
  const { show, assignedTo, with: conversation, to } = search;
  const given = (value: unknown): value is string => typeof value === 'string' && value !== '';
  return {
    ...(show === 'closed' || show === 'all' ? { show } : {}),
    ...(given(assignedTo) ? { assignedTo } : {}),
    ...(given(conversation) ? { with: conversation } : {}),
    ...(given(to) ? { to } : {}),
  };
};
