import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { updateAvailability } from './staff.store.ts';

/** Turns a staff member's calls on or off. A call that is ringing or running goes on. */
export const switchAvailability = async (
  trx: ClinicTransaction,
  staffId: string,
  available: boolean,
): Promise<void> => {
  if (await updateAvailability(trx, staffId, available)) await announce(trx, 'staff', staffId);
};
