import { inClinic, type Database } from '../platform/database/database.ts';
import { advanceInstances } from './advance-instances.ts';
import { claimDue } from './instances.store.ts';
import { clearWakes } from './wakes.store.ts';

export const dueBatch = 500;

/**
 * Advances one batch of the clinic's instances whose time has come, all of it in one transaction: a worker that dies in the
 * middle has done nothing.
 * @returns how many there were; fewer than `limit`: nothing is due that nobody is at
 */
export const advanceDue = (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
  limit = dueBatch,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const rows = await claimDue(trx, now, limit);
    await advanceInstances(
      trx,
      rows.map((row) => ({ row, facts: [{ fact: 'due', overdue: row.overdue ?? undefined }] })),
      now,
    );
    if (rows.length < limit) await clearWakes(trx, now);
    return rows.length;
  });
