import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { lockAppointment, updateAppointment } from './appointment-book.store.ts';
import { selectTimeZone } from './appointments.store.ts';
import type { Unchanged } from './change-appointment.ts';
import { noteAppointmentChange, type OnAppointmentsChanged } from './note-appointment-change.ts';
import { refuseStatus, type AppointmentStatus, type StatusRefusal } from './rules/appointment-status.ts';
import type { CancelledBy } from './rules/appointment-views.ts';
import type { By } from './schedule-appointment.ts';

export type StatusChange = {
  status: AppointmentStatus;
  cancelledBy?: CancelledBy;
  /** of the appointment as it was seen; null: whatever it is now */
  revision: number | null;
};

/** Confirms, checks in, completes, misses, cancels or takes one of these back. What is so already stays, and is no news. */
export const setAppointmentStatus = async (
  trx: ClinicTransaction,
  id: string,
  { status, cancelledBy = 'unknown', revision }: StatusChange,
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<{ ok: true } | Unchanged | { ok: false; why: StatusRefusal }> => {
  const locked = await lockAppointment(trx, id);
  if (locked === null) return { ok: false, why: 'no-such-appointment' };
  const { revision: current, ...before } = locked;
  if (before.status === status) return { ok: true };
  if (revision !== null && revision !== current)
    return { ok: false, why: 'changed-meanwhile', revision: current };
  const refused = refuseStatus(before, status, by.at, await selectTimeZone(trx));
  if (refused !== null) return { ok: false, why: refused };
  const after = { ...before, status };
  await updateAppointment(trx, id, after, cancelledBy, by.at);
  await recordAudit(trx, {
    ...by,
    action: 'appointment.status-changed',
    subject: { kind: 'appointment', id },
    detail: { patientId: before.patientId, status },
  });
  await noteAppointmentChange(trx, { id, before, after, cancelledBy, at: by.at }, onChanged);
  return { ok: true };
};
