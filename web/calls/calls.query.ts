import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallListItem, CallStory } from '../../src/calls/rules/call-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import type { CallSearch } from './call-search.ts';

interface CallPage {
  items: CallListItem[];
  next: string | null;
}

/** The log, newest first, in pages of 50. */
export const callsQuery = (clinicId: string, search: CallSearch) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'calls', 'log', search),
    queryFn: ({ pageParam, signal }) =>
      request<CallPage>(clinicPath(clinicId, 'calls'), {
        query: { ...search, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const callStoryQuery = (clinicId: string, callId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'calls', 'story', callId),
    queryFn: ({ signal }) =>
      request<CallStory>(clinicPath(clinicId, `calls/${encodeURIComponent(callId)}`), { signal }),
  });
