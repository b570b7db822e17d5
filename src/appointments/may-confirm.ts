import type { ClinicTransaction } from '../platform/database/database.ts';
import { lockAppointment } from './appointment-book.store.ts';
import { isOpen } from './rules/appointment-status.ts';

/** Whether the patient can still say that they come. Nobody changes the appointment until the transaction ends. */
export const mayConfirm = async (
  trx: ClinicTransaction,
  appointmentId: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const appointment = await lockAppointment(trx, appointmentId);
  return (
    appointment !== null &&
    isOpen(appointment.status) &&
    Temporal.Instant.compare(now, appointment.startsAt) < 0
  );
};
