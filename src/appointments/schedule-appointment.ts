import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { findNamed, insertAppointment, selectOverlaps } from './appointment-book.store.ts';
import { noteAppointmentChange, type OnAppointmentsChanged } from './note-appointment-change.ts';
import type { Appointment } from './rules/appointment-event.ts';
import type { NewAppointment } from './rules/appointment-input.ts';
import type { Overlap } from './rules/appointment-views.ts';
import { isPossibleTime } from './rules/move-appointment.ts';

/** Who does it: null for Frontdesk itself and for patients who answer a message. */
export type By = { userId: string | null; at: Temporal.Instant };

export type Scheduled =
  | { ok: true; id: string; overlaps: Overlap[] }
  | { ok: false; why: 'nobody-there' | 'impossible-time' };

const usualMinutes = 30;

/** Makes an appointment. What stands at that time already is told, not refused: emergencies are squeezed in. */
export const scheduleAppointment = async (
  trx: ClinicTransaction,
  wanted: NewAppointment,
  by: By,
  onChanged: OnAppointmentsChanged,
): Promise<Scheduled> => {
  const found = await findNamed(trx, wanted);
  if (!found.patient || !found.practitioner || (wanted.typeId !== null && found.type === null))
    return { ok: false, why: 'nobody-there' };
  const startsAt = Temporal.Instant.from(wanted.startsAt);
  const endsAt =
    wanted.endsAt === undefined
      ? startsAt.add({ minutes: found.type?.minutes ?? usualMinutes })
      : Temporal.Instant.from(wanted.endsAt);
  if (!isPossibleTime(startsAt, endsAt)) return { ok: false, why: 'impossible-time' };
  const { patientId, practitionerId, typeId } = wanted;
  const reason = wanted.reason === '' ? (found.type?.name ?? '') : wanted.reason;
  const after: Appointment = {
    patientId,
    practitionerId,
    typeId,
    startsAt,
    endsAt,
    reason,
    status: 'booked',
  };
  const id = randomUUIDv7();
  await insertAppointment(trx, id, after, by.at);
  await recordAudit(trx, {
    ...by,
    action: 'appointment.scheduled',
    subject: { kind: 'appointment', id },
    detail: { patientId },
  });
  await noteAppointmentChange(trx, { id, before: null, after, at: by.at }, onChanged);
  return { ok: true, id, overlaps: await selectOverlaps(trx, id, after) };
};
