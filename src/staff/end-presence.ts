import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { lockPresence, updatePresence } from './staff.store.ts';

/** A tab was closed or signed out. Only the tab heard of last takes the person offline; another is still open. */
export const endPresence = async (
  trx: ClinicTransaction,
  staffId: string,
  session: string,
): Promise<void> => {
  const before = await lockPresence(trx, staffId);
  if (before.session !== session) return;
  await updatePresence(trx, staffId, { session: null, seenAt: null });
  await announce(trx, 'staff', staffId);
};
