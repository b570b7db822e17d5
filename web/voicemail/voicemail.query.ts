import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { VoicemailScope, VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export interface VoicemailPage {
  items: VoicemailView[];
  nextCursor: string | null;
  newCount: number;
}

export interface VoicemailFilter {
  status?: VoicemailScope;
  departmentId?: string;
  /** a staff member, or 'nobody' */
  assignedTo?: string;
}

const fetchPage = (clinicId: string, filter: VoicemailFilter, cursor: string | null, signal: AbortSignal) =>
  request<VoicemailPage>(clinicPath(clinicId, 'voicemails'), {
    query: { ...filter, limit: 50, cursor },
    signal,
  });

/** The first page: for the board and the rail. */
export const voicemailsQuery = (clinicId: string, filter: VoicemailFilter) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'voicemails', 'first', filter),
    queryFn: ({ signal }) => fetchPage(clinicId, filter, null, signal),
  });

/** All of them, page by page, newest first. */
export const voicemailPagesQuery = (clinicId: string, filter: VoicemailFilter) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'voicemails', 'pages', filter),
    queryFn: ({ pageParam, signal }) => fetchPage(clinicId, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const voicemailQuery = (clinicId: string, voicemailId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'voicemails', 'one', voicemailId),
    queryFn: ({ signal }) =>
      request<VoicemailView>(clinicPath(clinicId, `voicemails/${encodeURIComponent(voicemailId)}`), {
        signal,
      }),
  });

export const audioPath = (clinicId: string, voicemailId: string): string =>
  clinicPath(clinicId, `voicemails/${encodeURIComponent(voicemailId)}/audio`);
