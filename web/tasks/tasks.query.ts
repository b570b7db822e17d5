import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TaskPage } from '../../src/tasks/rules/task-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export interface TaskFilter {
  status?: 'open' | 'done';
  due?: boolean;
  owner?: string;
  kind?: string;
  patientId?: string;
  callId?: string;
}

export const tasksQuery = (clinicId: string, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'tasks', 'list', filter),
    queryFn: ({ pageParam, signal }) =>
      request<TaskPage>(clinicPath(clinicId, 'tasks'), { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What is open, the first rows of it: on Now and on a person's page. */
export const openTasksQuery = (clinicId: string, filter: TaskFilter, limit: number) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'tasks', 'first', filter, limit),
    queryFn: ({ signal }) =>
      request<TaskPage>(clinicPath(clinicId, 'tasks'), { query: { ...filter, limit }, signal }),
  });
