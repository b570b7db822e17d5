import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AuditPage, AuditPeople } from '../../src/audit/rules/audit-views.ts';
import { clinicPath, request } from '../platform/request.ts';
import type { AuditSearch } from './audit-search.ts';

/** Never taken from before: whoever opens the log wants to see what has just happened. */
const always = { staleTime: 0 };

export const auditQuery = (clinicId: string, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['clinic', clinicId, 'audit', search],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>(clinicPath(clinicId, 'audit'), {
        query: { ...search, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    ...always,
  });

export const auditPeopleQuery = (clinicId: string) =>
  queryOptions({
    queryKey: ['clinic', clinicId, 'audit-people'],
    queryFn: ({ signal }) => request<AuditPeople>(clinicPath(clinicId, 'audit/people'), { signal }),
    ...always,
  });

/** The same entries as a file; the browser saves it. */
export const auditExportAddress = (clinicId: string, search: AuditSearch): string =>
  `${clinicPath(clinicId, 'audit/export')}?${new URLSearchParams({ ...search }).toString()}`;
