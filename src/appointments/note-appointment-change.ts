import { recordEvent } from '../events/record-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { eventOf, type Appointment, type AppointmentEventKind } from './rules/appointment-event.ts';
import type { CancelledBy } from './rules/appointment-views.ts';

/**
 * Told in the transaction that changed these appointments: what hangs on them (reminders) moves or goes with them.
 * Handed in where things are wired, because the appointment book knows nothing of automation.
 */
export type OnAppointmentsChanged = (
  trx: ClinicTransaction,
  appointmentIds: readonly string[],
) => Promise<void>;

export type NotedChange = {
  id: string;
  before: Appointment | null;
  after: Appointment;
  cancelledBy?: CancelledBy;
  /** what a practice system calls this change, so that it is recorded once */
  told?: { source: string; key: string; occurredAt: Temporal.Instant };
  at: Temporal.Instant;
};

const payloadOf = (appointment: Appointment) => ({
  startsAt: appointment.startsAt.toString(),
  endsAt: appointment.endsAt.toString(),
  practitionerId: appointment.practitionerId,
  appointmentTypeId: appointment.typeId,
  reason: appointment.reason.toWellFormed().slice(0, 400),
});

const record = async (
  trx: ClinicTransaction,
  kind: AppointmentEventKind,
  { id, before, after, cancelledBy, at, told }: NotedChange,
): Promise<void> => {
  const about = { occurredAt: at, ...told, patientId: after.patientId, appointmentId: id };
  const payload = payloadOf(after);
  if (kind === 'APPOINTMENT_RESCHEDULED' && before !== null) {
    const previous = {
      previousStartsAt: before.startsAt.toString(),
      previousEndsAt: before.endsAt.toString(),
      previousPractitionerId: before.practitionerId,
    };
    await recordEvent(trx, { ...about, kind, payload: { ...payload, ...previous } });
  } else if (kind === 'APPOINTMENT_CANCELLED')
    await recordEvent(trx, {
      ...about,
      kind,
      payload: { ...payload, cancelledBy: cancelledBy ?? 'unknown' },
    });
  else if (kind !== 'APPOINTMENT_RESCHEDULED') await recordEvent(trx, { ...about, kind, payload });
};

/** Records the event that a change is, lets what hangs on the appointment follow, and tells the open portals. */
export const noteAppointmentChange = async (
  trx: ClinicTransaction,
  change: NotedChange,
  onChanged: OnAppointmentsChanged,
): Promise<void> => {
  const kind = eventOf(change.before, change.after);
  if (kind !== null) await record(trx, kind, change);
  await onChanged(trx, [change.id]);
  await announce(trx, 'appointments', change.id);
};
