import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Found } from '../../src/search/rules/found-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

/** From two letters on: one would find everybody. */
export const shortestSearch = 2;

export const searchQuery = (clinicId: string, text: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'search', text),
    queryFn: ({ signal }) =>
      request<Found>(`${clinicPath(clinicId, 'search')}?q=${encodeURIComponent(text)}`, { signal }),
    enabled: text.length >= shortestSearch,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
