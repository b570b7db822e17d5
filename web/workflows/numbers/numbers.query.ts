import { queryOptions } from '@tanstack/react-query';
import type { Performance } from '../../../src/workflows/rules/step-numbers.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { request } from '../../platform/request.ts';
import { peopleQuery } from '../people/people-query.ts';
import type { PeopleFilter } from '../workflow-search.ts';
import { workflowPath } from '../workflows.query.ts';

/** Filed apart from what changes with every step of everybody: counting them all is work. */
export const performanceQuery = (
  clinicId: string,
  workflowId: string,
  filter: PeopleFilter,
  timeZone: string,
) => {
  const { workflowId: _, ...query } = peopleQuery(workflowId, filter, timeZone);
  return queryOptions({
    queryKey: clinicKey(clinicId, 'forecast', 'numbers', workflowId, JSON.stringify(query)),
    queryFn: ({ signal }) =>
      request<Performance>(workflowPath(clinicId, workflowId, '/performance'), { query, signal }),
    staleTime: 10_000,
  });
};
