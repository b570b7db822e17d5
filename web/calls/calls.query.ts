import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallListItem, CallStory } from '../../src/calls/rules/call-views.ts';
import type { SavedView } from '../../src/calls/rules/saved-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import type { CallSearch } from './call-search.ts';

const pageSize = 50;

interface CallPage {
  items: CallListItem[];
  nextCursor: string | null;
}

/**
 * The log, newest first, in pages of 50. Live updates do not make it old, or every ring would load all its pages again:
 * what is new comes with `newestCallsQuery`.
 */
export const callsQuery = (clinicId: string, search: CallSearch) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'call-log', search),
    queryFn: ({ pageParam, signal }) =>
      request<CallPage>(clinicPath(clinicId, 'calls'), {
        query: { ...search, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The first page, loaded again with every change. */
export const newestCallsQuery = (clinicId: string, search: CallSearch) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'calls', 'newest', search),
    queryFn: ({ signal }) =>
      request<CallPage>(clinicPath(clinicId, 'calls'), { query: { ...search, limit: pageSize }, signal }),
  });

export const savedViewsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'call-views'),
    queryFn: ({ signal }) => request<{ items: SavedView[] }>(clinicPath(clinicId, 'call-views'), { signal }),
    select: (answer) => answer.items,
  });

export const callStoryQuery = (clinicId: string, callId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'calls', 'story', callId),
    queryFn: ({ signal }) =>
      request<CallStory>(clinicPath(clinicId, `calls/${encodeURIComponent(callId)}`), { signal }),
  });
