import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectAppointment } from './appointment-book.store.ts';
import { selectByExternalIds } from './imported-appointments.store.ts';

/** By our id, or by what another system calls it. */
export type AppointmentReference = { id: string } | { system: string; value: string };

/** @returns the appointment and whose it is */
export const findAppointment = async (
  trx: ClinicTransaction,
  reference: AppointmentReference,
): Promise<{ id: string; patientId: string } | null> => {
  const id =
    'id' in reference ? reference.id : [...(await selectByExternalIds(trx, [reference])).values()].at(0);
  const found = id === undefined ? null : await selectAppointment(trx, id);
  return found === null ? null : { id: found.id, patientId: found.patient.id };
};
