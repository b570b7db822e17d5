import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FindingView, ImportView, Preview } from '../../src/imports/rules/import-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { readProblem, unreachable } from '../platform/problem.ts';
import { clinicPath, request } from '../platform/request.ts';

interface Page<Item, Cursor> {
  items: Item[];
  nextCursor: Cursor | null;
}

export const importPath = (clinicId: string, importId: string, rest = ''): string =>
  clinicPath(clinicId, `imports/${encodeURIComponent(importId)}${rest}`);

export const importsQuery = (clinicId: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'imports', 'list'),
    queryFn: ({ pageParam, signal }) =>
      request<Page<ImportView, string>>(clinicPath(clinicId, 'imports'), {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const underWay: ReadonlySet<string> = new Set(['uploading', 'reading', 'running', 'undoing']);

/** Followed live; asked for again besides, because a file may be read before the page's live connection stands. */
export const importQuery = (clinicId: string, importId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'imports', 'one', importId),
    queryFn: ({ signal }) => request<ImportView>(importPath(clinicId, importId), { signal }),
    refetchInterval: ({ state }) => (underWay.has(state.data?.status ?? '') ? 3000 : false),
  });

/**
 * No live update reaches it: when the import has started there is none any more, and asking for it again would be refused.
 * @param reading whatever changes the outcome: another mapping is another preview
 */
export const previewQuery = (clinicId: string, importId: string, reading: unknown) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'import-preview', importId, reading),
    queryFn: ({ signal }) => request<Preview>(importPath(clinicId, importId, '/preview'), { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const findingsQuery = (clinicId: string, importId: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'imports', 'findings', importId),
    queryFn: ({ pageParam, signal }) =>
      request<Page<FindingView, number>>(importPath(clinicId, importId, '/findings'), {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Sends the file zipped: lists of people shrink to a fifth, and a clinic's line is slow upwards. */
export const uploadFile = async (clinicId: string, file: File): Promise<ImportView> => {
  const zipped = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const response = await fetch(
    `${clinicPath(clinicId, 'imports')}?fileName=${encodeURIComponent(file.name.slice(-200))}`,
    {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' },
      body: zipped,
    },
  ).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as ImportView;
};
