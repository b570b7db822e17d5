import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectAppointments, selectTimeZone, type AppointmentRow } from './appointments.store.ts';

/** The appointments of the local calendar day of the clinic, which has 23 or 25 hours twice a year. */
export const todaysAppointments = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<AppointmentRow[]> => {
  const today = now.toZonedDateTimeISO(await selectTimeZone(trx)).startOfDay();
  return selectAppointments(trx, today.toInstant(), today.add({ days: 1 }).toInstant());
};
