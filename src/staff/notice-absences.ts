import { inClinic, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { staleAfterSeconds } from './rules/presence.ts';
import { clearStale, selectClinicIds } from './staff.store.ts';

/** Tells the portals of everybody whose browser went away without saying so. Routing does not wait for this. */
export const noticeAbsences = async (database: Database, now: Temporal.Instant): Promise<void> => {
  const limit = now.subtract({ seconds: staleAfterSeconds });
  for (const clinicId of await selectClinicIds(database)) {
    await inClinic(database, clinicId, async (trx) => {
      for (const staffId of await clearStale(trx, limit)) await announce(trx, 'staff', staffId);
    });
  }
};
