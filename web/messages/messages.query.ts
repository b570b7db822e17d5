import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ConversationPage,
  ConversationScope,
  ConversationView,
  MessagePage,
} from '../../src/messages/rules/conversation-views.ts';
import type { PageLinks } from '../../src/patient-page/rules/page-links-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export interface InboxFilter {
  status: ConversationScope;
  assignedTo?: string;
}

const path = (clinicId: string, conversationId: string, rest = ''): string =>
  clinicPath(clinicId, `conversations/${encodeURIComponent(conversationId)}${rest}`);

export const conversationPath = path;

/** The inbox, page by page, newest first. */
export const inboxQuery = (clinicId: string, filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'messages', 'inbox', filter),
    queryFn: ({ pageParam, signal }) =>
      request<ConversationPage>(clinicPath(clinicId, 'conversations'), {
        query: { ...filter, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** How many conversations wait for a person: for the rail. */
export const openConversationsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'messages', 'open-count'),
    queryFn: ({ signal }) =>
      request<ConversationPage>(clinicPath(clinicId, 'conversations'), { query: { limit: 1 }, signal }),
    select: (page) => page.openCount,
  });

export const conversationQuery = (clinicId: string, conversationId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'messages', 'one', conversationId),
    queryFn: ({ signal }) => request<ConversationView>(path(clinicId, conversationId), { signal }),
  });

/** What was written, the newest page first. */
export const threadQuery = (clinicId: string, conversationId: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'messages', 'thread', conversationId),
    queryFn: ({ pageParam, signal }) =>
      request<MessagePage>(path(clinicId, conversationId, '/messages'), {
        query: { limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const pageLinksPath = (clinicId: string, patientId: string): string =>
  clinicPath(clinicId, `patients/${encodeURIComponent(patientId)}/page-links`);

/** The links to somebody's own page that work. */
export const pageLinksQuery = (clinicId: string, patientId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'messages', 'page-links', patientId),
    queryFn: ({ signal }) => request<PageLinks>(pageLinksPath(clinicId, patientId), { signal }),
  });
