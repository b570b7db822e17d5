import { useInfiniteQuery } from '@tanstack/react-query';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { stillOpen } from './still-open.ts';
import { voicemailPagesQuery, type VoicemailFilter } from './voicemail.query.ts';
import type { MailboxView } from './voicemail-search.ts';

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
};

/** The messages of one view of the mailbox, newest first, page by page. */
export const useVoicemails = (clinicId: string, view: MailboxView, departmentId?: string): Voicemails => {
  const department: VoicemailFilter = departmentId === undefined ? {} : { departmentId };
  const list = useInfiniteQuery(voicemailPagesQuery(clinicId, { ...department, ...statusOf[view] }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    messages: view === 'todo' ? stillOpen(items) : items,
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
