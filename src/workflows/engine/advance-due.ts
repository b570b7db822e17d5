import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import type { Log } from '../../platform/log.ts';
import { oneByOne } from '../../platform/one-by-one.ts';
import { advanceInstances } from './advance-instances.ts';
import { claimDue, postponeInstance, type InstanceRow } from './instances.store.ts';
import { clearWakes } from './wakes.store.ts';

export const dueBatch = 1000;

const advanceRows = (
  trx: ClinicTransaction,
  rows: readonly InstanceRow[],
  now: Temporal.Instant,
): Promise<void> =>
  advanceInstances(
    trx,
    rows.map((row) => ({ row, facts: [{ fact: 'due', overdue: row.overdue ?? undefined }] })),
    now,
  );

const advanceBatch = (
  database: Database,
  clinicId: string,
  now: Temporal.Instant,
  limit: number,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const rows = await claimDue(trx, now, limit);
    await advanceRows(trx, rows, now);
    if (rows.length < limit) await clearWakes(trx, now);
    return rows.length;
  });

type Dependencies = { database: Database; log: Log };

/** What fails alone is looked at again after this: it holds nobody back, and is not given up. */
const pause = { minutes: 5 };

/** @returns its error, null when it went well, or undefined when none was due */
const advanceOne = async (
  { database, log }: Dependencies,
  clinicId: string,
  now: Temporal.Instant,
): Promise<{ error: unknown } | null | undefined> => {
  let claimed: string | null = null;
  try {
    return await inClinic(database, clinicId, async (trx) => {
      const [row] = await claimDue(trx, now, 1);
      if (row === undefined) return undefined;
      claimed = row.id;
      await advanceRows(trx, [row], now);
      return null;
    });
  } catch (error) {
    const id = claimed;
    if (id === null) throw error;
    const { code, name } = error as { code?: string; name?: string };
    log.error({ clinicId, instanceId: id, code, name }, 'a due step broke; it is tried again in a while');
    await inClinic(database, clinicId, (trx) => postponeInstance(trx, id, now.add(pause)));
    return { error };
  }
};

/**
 * Advances one batch of the clinic's instances whose time has come, all of it in one transaction: a worker that dies in the
 * middle has done nothing. When the batch fails, each is advanced alone, and those that fail wait a while.
 * @returns how many there were; fewer than `limit`: nothing is due that nobody is at
 */
export const advanceDue = async (
  deps: Dependencies,
  clinicId: string,
  now: Temporal.Instant,
  limit = dueBatch,
): Promise<number> => {
  try {
    return await advanceBatch(deps.database, clinicId, now, limit);
  } catch {
    return oneByOne(limit, () => advanceOne(deps, clinicId, now));
  }
};
