import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { VersionPage, VersionView } from '../../../src/workflows/rules/version-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { request } from '../../platform/request.ts';
import { workflowPath } from '../workflows.query.ts';

export const versionsQuery = (clinicId: string, workflowId: string) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'versions', workflowId),
    queryFn: ({ pageParam, signal }) =>
      request<VersionPage>(workflowPath(clinicId, workflowId, '/versions'), {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const versionQuery = (clinicId: string, workflowId: string, version: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'version', workflowId, version),
    queryFn: ({ signal }) =>
      request<VersionView>(workflowPath(clinicId, workflowId, `/versions/${version}`), { signal }),
  });
