import type { ClinicTransaction } from '../platform/database/database.ts';
import { deleteUntouchedAppointments } from './imported-appointments.store.ts';

/** Takes away appointments that an import has added and nobody has changed since. @returns how many went */
export const removeImportedAppointments = (trx: ClinicTransaction, ids: string[]): Promise<number> =>
  deleteUntouchedAppointments(trx, ids);
