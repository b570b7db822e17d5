import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PatientPage, PatientView } from '../../src/patients/rules/patient-views.ts';
import type { TimelineKind, TimelinePage } from '../../src/timeline/rules/timeline-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { listFilter } from './list-filter.ts';
import type { PatientSearch } from './patient-search.ts';

export const patientPath = (clinicId: string, patientId: string, rest = ''): string =>
  clinicPath(clinicId, `patients/${encodeURIComponent(patientId)}${rest}`);

/** The list as searched, page by page. @param today calendar day of the clinic, for "under 18" and the like */
export const patientsQuery = (clinicId: string, search: PatientSearch, today: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'list', search, today),
    queryFn: ({ pageParam, signal }) =>
      request<PatientPage>(clinicPath(clinicId, 'patients'), {
        query: { ...listFilter(search, today), sort: search.sort, limit: 100, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** A few people by a few letters: to link or to merge them. */
export const findPatientsQuery = (clinicId: string, q: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'find', q),
    queryFn: ({ signal }) =>
      request<PatientPage>(clinicPath(clinicId, 'patients'), { query: { q, limit: 6 }, signal }),
    select: (page) => page.patients,
    placeholderData: keepPreviousData,
    enabled: q.length > 1,
  });

export const patientQuery = (clinicId: string, patientId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'one', patientId),
    queryFn: ({ signal }) => request<PatientView>(patientPath(clinicId, patientId), { signal }),
  });

/** The story of one person, newest first. @param kind undefined: everything */
export const timelineQuery = (clinicId: string, patientId: string, kind: TimelineKind | undefined) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'patients', 'timeline', patientId, kind ?? 'all'),
    queryFn: ({ pageParam, signal }) =>
      request<TimelinePage>(patientPath(clinicId, patientId, '/timeline'), {
        query: { kinds: kind, limit: 30, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
