import { queryOptions } from '@tanstack/react-query';
import type { DepartmentView, StaffView } from '../../src/staff/rules/staff-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

export const staffQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'staff'),
    queryFn: ({ signal }) => request<{ items: StaffView[] }>(clinicPath(clinicId, 'staff'), { signal }),
    select: (answer) => answer.items,
  });

export const departmentsQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'departments'),
    queryFn: ({ signal }) =>
      request<{ items: DepartmentView[] }>(clinicPath(clinicId, 'departments'), { signal }),
    select: (answer) => answer.items,
    staleTime: 10 * 60_000,
  });
