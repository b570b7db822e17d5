import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../src/messages/rules/conversation-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { conversationPath, conversationQuery } from './messages.query.ts';

interface Change {
  status?: 'open' | 'closed';
  assignedTo?: string | null;
  read?: true;
}

interface ConversationCommands {
  markRead: () => void;
  /** Takes it off the list, with a way back. */
  close: () => void;
  reopen: () => void;
  assign: (person: { id: string; name: string } | null) => void;
}

/** What can be done with a conversation. Each change shows at once, and goes back when the server refuses it. */
export const useConversationCommands = (
  clinicId: string,
  conversation: ConversationView,
): ConversationCommands => {
  const { t } = useTranslation(['messages', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const { queryKey } = conversationQuery(clinicId, conversation.id);
  const change = useMutation({
    mutationFn: ({ body }: { body: Change; shown: Partial<ConversationView> }) =>
      request<ConversationView>(conversationPath(clinicId, conversation.id), { method: 'PATCH', body }),
    onMutate: ({ shown }) => queries.setQueryData(queryKey, { ...conversation, ...shown }),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'messages') }),
  });
  const reopen = (): void => change.mutate({ body: { status: 'open' }, shown: { status: 'open' } });
  return {
    markRead: () => change.mutate({ body: { read: true }, shown: { unread: 0 } }),
    close: () => {
      change.mutate({ body: { status: 'closed' }, shown: { status: 'closed', unread: 0, waitsSince: null } });
      offerUndo({ message: t('messages:closedNotice'), undoLabel: t('ui:undo'), onUndo: reopen });
    },
    reopen,
    assign: (person) =>
      change.mutate({ body: { assignedTo: person?.id ?? null }, shown: { assignedTo: person } }),
  };
};
