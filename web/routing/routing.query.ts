import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Preview } from '../../src/routing/rules/preview-view.ts';
import type { RoutingView } from '../../src/routing/rules/routing-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const routingQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing'),
    queryFn: ({ signal }) => request<RoutingView>(clinicPath(clinicId, 'routing'), { signal }),
  });

/** @param call at: ISO 8601, or null for this moment; digits: the keys that the caller presses */
export const previewQuery = (clinicId: string, call: { at: string | null; digits: string }) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-preview', call),
    queryFn: ({ signal }) =>
      request<Preview>(clinicPath(clinicId, 'routing/preview'), { query: call, signal }),
    placeholderData: keepPreviousData,
    ...(call.at === null ? { refetchInterval: 30_000 } : {}),
  });
