import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DraftView } from '../../src/routing/rules/draft-view.ts';
import type { Preview } from '../../src/routing/rules/preview-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const draftQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing', 'draft'),
    queryFn: ({ signal }) => request<DraftView>(clinicPath(clinicId, 'routing/draft'), { signal }),
  });

export interface TrialCall {
  /** ISO 8601, or null for this moment */
  at: string | null;
  /** the keys that the caller presses */
  digits: string;
  /** the clinic's number that is called; null = any without settings of its own */
  number: string | null;
  draft: boolean;
}

/** @param revision of the draft: another one is another answer */
export const previewQuery = (clinicId: string, call: TrialCall, revision: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-preview', call, revision),
    queryFn: ({ signal }) =>
      request<Preview>(clinicPath(clinicId, 'routing/preview'), {
        query: { ...call, draft: String(call.draft) },
        signal,
      }),
    placeholderData: keepPreviousData,
    ...(call.at === null ? { refetchInterval: 30_000 } : {}),
  });
