import { useInfiniteQuery } from '@tanstack/react-query';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { messagesIn } from './messages-in.ts';
import { voicemailPagesQuery, type VoicemailFilter } from './voicemail.query.ts';
import type { MailboxView, VoicemailSearch } from './voicemail-search.ts';

interface Voicemails {
  messages: VoicemailView[];
  pending: boolean;
  error: unknown;
  retry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  more: () => void;
}

const statusOf: Record<MailboxView, VoicemailFilter> = {
  todo: { status: 'open' },
  done: { status: 'done' },
  all: {},
  deleted: { status: 'deleted' },
};

/** The messages of one view of the mailbox, newest first, page by page. */
export const useVoicemails = (clinicId: string, { show, ...filter }: VoicemailSearch): Voicemails => {
  const view: MailboxView = show ?? 'todo';
  const list = useInfiniteQuery(voicemailPagesQuery(clinicId, { ...filter, ...statusOf[view] }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    messages: messagesIn(view, items),
    pending: list.isPending && !list.isError,
    error: list.error,
    retry: () => void list.refetch(),
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    more: () => {
      if (list.hasNextPage) void list.fetchNextPage();
    },
  };
};
