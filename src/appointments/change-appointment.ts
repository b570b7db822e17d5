import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { findNamed, lockAppointment, selectOverlaps, updateAppointment } from './appointment-book.store.ts';
import { noteAppointmentChange, type OnAppointmentsChanged } from './note-appointment-change.ts';
import type { AppointmentChange } from './rules/appointment-input.ts';
import type { Overlap } from './rules/appointment-views.ts';
import { moveAppointment, type MoveRefusal } from './rules/move-appointment.ts';
import type { By } from './schedule-appointment.ts';

export type Unchanged =
  | { ok: false; why: 'no-such-appointment' }
  | { ok: false; why: 'changed-meanwhile'; revision: number };
type Refused = { ok: false; why: MoveRefusal | 'nobody-there' };

const instant = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));

/**
 * Moves an appointment, or says better what it is for. @param revision of the appointment as it was seen; null: whatever
 * it is now
 */
export const changeAppointment = async (
  trx: ClinicTransaction,
  id: string,
  { revision, ...change }: Omit<AppointmentChange, 'revision'> & { revision: number | null },
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<{ ok: true; overlaps: Overlap[] } | Unchanged | Refused> => {
  const locked = await lockAppointment(trx, id);
  if (locked === null) return { ok: false, why: 'no-such-appointment' };
  const { revision: current, ...before } = locked;
  if (revision !== null && revision !== current)
    return { ok: false, why: 'changed-meanwhile', revision: current };
  const found = await findNamed(trx, change);
  const isNewPractitioner =
    change.practitionerId !== undefined && change.practitionerId !== before.practitionerId;
  if ((isNewPractitioner && !found.practitioner) || (change.typeId && found.type === null))
    return { ok: false, why: 'nobody-there' };
  const moved = moveAppointment(before, {
    ...change,
    startsAt: instant(change.startsAt),
    endsAt: instant(change.endsAt),
  });
  if (!moved.ok) return moved;
  const { after } = moved;
  await updateAppointment(trx, id, after, null, by.at);
  await recordAudit(trx, {
    ...by,
    action: before.startsAt.equals(after.startsAt) ? 'appointment.changed' : 'appointment.moved',
    subject: { kind: 'appointment', id },
    detail: { patientId: after.patientId, fields: Object.keys(change).join(', ') },
  });
  await noteAppointmentChange(trx, { id, before, after, at: by.at }, onChanged);
  return { ok: true, overlaps: await selectOverlaps(trx, id, after) };
};
