import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DepartmentView, StaffView } from './rules/staff-views.ts';
import { isOnline } from './rules/presence.ts';
import { selectDepartments, selectStaff } from './staff.store.ts';

/** Everybody on the staff with where they answer calls and whether they can now, by name. */
export const listStaff = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<StaffView[]> => {
  const rows = await selectStaff(trx);
  return rows.map(({ id, name, title, available, seenAt, busyCallId, ringing, routes }) => ({
    id,
    name,
    title,
    departments: routes.flatMap(({ departmentId, department, priority }) =>
      departmentId === null || department === null ? [] : [{ id: departmentId, name: department, priority }],
    ),
    inPortal: routes.some((route) => route.inPortal),
    onPhone: routes.some((route) => route.onPhone),
    presence: { online: isOnline(seenAt, now), available, busyWithCallId: busyCallId, ringing },
  }));
};

export const listDepartments = (trx: ClinicTransaction): Promise<DepartmentView[]> => selectDepartments(trx);
