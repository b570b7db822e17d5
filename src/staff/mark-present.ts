import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { isOnline } from './rules/presence.ts';
import { lockPresence, updatePresence } from './staff.store.ts';

/**
 * A portal of this staff member is open. With several tabs the last one heard of counts, so that closing
 * an older tab does not take the person offline.
 * @param session names the tab
 */
export const markPresent = async (
  trx: ClinicTransaction,
  staffId: string,
  session: string,
  now: Temporal.Instant,
): Promise<void> => {
  const before = await lockPresence(trx, staffId);
  await updatePresence(trx, staffId, { session, seenAt: now });
  if (!isOnline(before.seenAt, now)) await announce(trx, 'staff', staffId);
};
