import { z } from 'zod';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { JobKind, JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { countMarked, keepPairs, lockComparing, takeMarked } from './compare.store.ts';

/** As many as are compared while somebody waits for the list of duplicates. */
const batch = 500;
/** One job is one turn: the engine takes a job for lost after five minutes. */
const batchesOfTurn = 400;

type CompareJob = { clinicId: string };
export const compareJob: JobKind<CompareJob> = {
  name: 'patients.compare',
  data: z.object({ clinicId: z.uuid() }),
  retries: 20,
  retryDelaySeconds: 5,
  concurrency: 1,
};

export const patientJobKinds = [compareJob] as JobKind<never>[];

/** When many have changed at once, a worker compares them. */
export const compareLater = (trx: ClinicTransaction, send: JobSender): Promise<void> =>
  send(trx, compareJob, { clinicId: trx.clinicId }, { key: trx.clinicId });

/**
 * Looks for the duplicates of people who are new or have changed, a batch of them.
 * @returns how many are still to be compared
 */
export const compareMarked = async (trx: ClinicTransaction): Promise<number> => {
  await lockComparing(trx);
  const ids = await takeMarked(trx, batch);
  if (ids.length > 0) await keepPairs(trx, ids);
  return ids.length < batch ? 0 : countMarked(trx);
};

/** Batch after batch, each in a transaction of its own, until everybody is compared. */
export const comparePatients = async (
  { database, send }: { database: Database; send: JobSender },
  { clinicId }: CompareJob,
): Promise<void> => {
  for (let count = 0; count < batchesOfTurn; count += 1) {
    const left = await inClinic(database, clinicId, async (trx) => {
      const waiting = await compareMarked(trx);
      if (waiting === 0) await announce(trx, 'patients');
      return waiting;
    });
    if (left === 0) return;
  }
  await inClinic(database, clinicId, (trx) => compareLater(trx, send));
};
