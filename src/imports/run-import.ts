import { recordAudit } from '../audit/record-audit.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { announce } from '../platform/live-updates.ts';
import { compareLater } from '../patients/compare-patients.ts';
import { doBatch } from './do-batch.ts';
import { lockImport, updateImport, type ImportRow } from './imports.store.ts';
import { runJob, type ImportDependencies } from './imports-work.ts';
import { sealOf } from './staged-rows.ts';
import { deleteBatch, deletePieces, selectNextBatch } from './staging.store.ts';

type OneImport = { clinicId: string; importId: string };

/** One job is one turn; long imports take many. The engine takes a job for lost after five minutes. */
const batchesOfTurn = 200;

const finish = async (
  trx: ClinicTransaction,
  one: ImportRow,
  { at, send }: { at: Temporal.Instant; send: JobSender },
): Promise<void> => {
  await deletePieces(trx, one.id);
  await compareLater(trx, send);
  await updateImport(trx, one.id, { status: 'done', finished_at: at });
  const { added, updated, skipped, refused } = one.tally;
  await recordAudit(trx, {
    userId: one.createdBy,
    action: 'import.finished',
    subject: { kind: 'import', id: one.id },
    detail: { added, updated, skipped, refused },
    at,
  });
  await announce(trx, 'patients');
  await announce(trx, 'appointments');
};

/**
 * Does the next batch and takes it off the list, in one transaction: whenever the worker is killed, each batch is done
 * wholly or not at all, and never twice.
 * @returns whether there may be more to do
 */
const doNextBatch = async (deps: ImportDependencies, { clinicId, importId }: OneImport): Promise<boolean> =>
  inClinic(deps.database, clinicId, async (trx) => {
    const one = await lockImport(trx, importId);
    if (one?.status !== 'running') return false;
    const now = deps.clock.now();
    const batch = await selectNextBatch(trx, importId);
    if (batch === null) await finish(trx, one, { at: now, send: deps.send });
    else {
      const seal = sealOf(deps.secrets, clinicId, importId);
      const tally = await doBatch(trx, { one, batch, seal, now }, deps.onAppointmentsChanged);
      await deleteBatch(trx, importId, batch);
      await updateImport(trx, importId, { tally, rows_done: one.rowsDone + batch.rows });
    }
    await announce(trx, 'imports', importId);
    return batch !== null;
  });

/** Works on a started import until it is done, or until its turn is over and the next job goes on. */
export const runImport = async (deps: ImportDependencies, which: OneImport): Promise<void> => {
  for (let count = 0; count < batchesOfTurn; count += 1) {
    if (!(await doNextBatch(deps, which))) return;
  }
  await inClinic(deps.database, which.clinicId, (trx) =>
    deps.send(trx, runJob, which, { key: which.importId }),
  );
};
