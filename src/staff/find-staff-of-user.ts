import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectStaffIdOfUser } from './staff.store.ts';

/** The staff member behind an account in this clinic; null when the account answers no calls here. */
export const findStaffIdOfUser = (trx: ClinicTransaction, userId: string): Promise<string | null> =>
  selectStaffIdOfUser(trx, userId);
