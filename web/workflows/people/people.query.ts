import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { InstanceQuery } from '../../../src/workflows/rules/instance-query.ts';
import type { InstanceItem } from '../../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';

const asText = ({ underWay, ...query }: InstanceQuery) => ({
  ...query,
  ...(underWay === true ? { underWay: 'true' } : {}),
});

export const peopleListQuery = (clinicId: string, query: InstanceQuery) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'instances', JSON.stringify(query)),
    queryFn: ({ pageParam, signal }) =>
      request<{ instances: InstanceItem[]; nextCursor: string | null }>(
        clinicPath(clinicId, 'workflow-instances'),
        { query: { ...asText(query), cursor: pageParam }, signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const peopleCountQuery = (clinicId: string, query: InstanceQuery) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'workflows', 'instances-count', JSON.stringify(query)),
    queryFn: ({ signal }) =>
      request<{ count: number }>(clinicPath(clinicId, 'workflow-instances/count'), {
        query: asText(query),
        signal,
      }),
  });
