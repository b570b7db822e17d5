import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Difference } from '../../src/routing/rules/document-differences.ts';
import type { DraftView, PublicationView } from '../../src/routing/rules/draft-view.ts';
import type { Fault } from '../../src/routing/rules/fault.ts';
import type { Preview } from '../../src/routing/rules/preview-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const draftQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing', 'draft'),
    queryFn: ({ signal }) => request<DraftView>(clinicPath(clinicId, 'routing/draft'), { signal }),
  });

/** @param view revision and publication of the draft: another one differs otherwise */
export const differencesQuery = (clinicId: string, { revision, publication }: DraftView) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing', 'differences', revision, publication),
    queryFn: ({ signal }) =>
      request<{ differences: Difference[] }>(clinicPath(clinicId, 'routing/draft/differences'), { signal }),
    select: (answer) => answer.differences,
    placeholderData: keepPreviousData,
  });

export const problemsQuery = (clinicId: string, { revision, publication }: DraftView) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing', 'problems', revision, publication),
    queryFn: ({ signal }) =>
      request<{ problems: Fault[] }>(clinicPath(clinicId, 'routing/draft/problems'), { signal }),
    select: (answer) => answer.problems,
    placeholderData: keepPreviousData,
  });

export const publicationsQuery = (clinicId: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'routing', 'publications'),
    queryFn: ({ pageParam, signal }) =>
      request<{ items: PublicationView[]; nextCursor: string | null }>(
        clinicPath(clinicId, 'routing/publications'),
        { query: { cursor: pageParam }, signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What one publication changed; it never changes again. */
export const publicationQuery = (clinicId: string, number: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'routing-publication', number),
    queryFn: ({ signal }) =>
      request<{ differences: Difference[] }>(clinicPath(clinicId, `routing/publications/${number}`), {
        signal,
      }),
    select: (answer) => answer.differences,
    staleTime: Infinity,
  });

export interface TrialCall {
  /** ISO 8601, or null for this moment */
  at: string | null;
  /** the keys that the caller presses */
  digits: string;
  /** the clinic's number that is called; null = any without settings of its own */
  number: string | null;
  draft: boolean;
  /** a patient who calls; null: somebody unknown */
  caller: string | null;
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
