import type { ClinicTransaction } from '../platform/database/database.ts';
import { deleteUntouched } from './imported-patients.store.ts';

/**
 * Takes away patients whom an import has added, as far as nobody has changed them, called them or booked them since.
 * @returns how many went
 */
export const removeImportedPatients = (trx: ClinicTransaction, ids: string[]): Promise<number> =>
  deleteUntouched(trx, ids);
