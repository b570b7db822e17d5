import { recordAudit } from '../../audit/record-audit.ts';
import type { Clock } from '../../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../../platform/database/database.ts';
import type { JobSender } from '../../platform/jobs.ts';
import { announce } from '../../platform/live-updates.ts';
import { oneByOne } from '../../platform/one-by-one.ts';
import { actOnSeen, type SeenInstance } from '../people/act-on-seen.ts';
import { bulkWorkJob, type OneBulkWork } from './bulk-work-job.ts';
import {
  finishBulkWork,
  lockBulkWork,
  saveOutcomes,
  selectNextInstances,
  type BulkRow,
} from './bulk-works.store.ts';
import { moveToForce } from '../versions/move-to-force.ts';
import type { BulkOutcome } from '../rules/bulk-outcomes.ts';
import type { Verdict } from '../rules/hand-deed.ts';

export type BulkDependencies = { database: Database; clock: Clock; send: JobSender };

const batch = 200;
/** One job is one turn; long works take many. The engine takes a job for lost after five minutes. */
const batchesOfTurn = 100;

const cameTo = (verdict: Verdict): BulkOutcome => {
  if (verdict === 'may') return 'done';
  return verdict === 'did-already' ? 'done-meanwhile' : verdict;
};

const act = async (
  trx: ClinicTransaction,
  { act: deed, why, askedBy }: BulkRow,
  instances: readonly SeenInstance[],
  at: Temporal.Instant,
): Promise<{ id: string; outcome: BulkOutcome }[]> => {
  const ids = instances.map(({ id }) => id);
  if (deed === 'move') {
    const moved = await moveToForce(trx, ids, at);
    return ids.map((id) => ({ id, outcome: moved.get(id) ?? 'gone' }));
  }
  const judged = await actOnSeen(trx, instances, { act: deed, hand: { by: askedBy ?? '', why } }, at);
  return ids.map((id) => {
    const one = judged.get(id);
    return { id, outcome: one === undefined ? 'gone' : cameTo(one.verdict) };
  });
};

const finish = async (trx: ClinicTransaction, work: BulkRow, at: Temporal.Instant): Promise<void> => {
  const { id, askedById, total, tally } = work;
  await finishBulkWork(trx, id, null, at);
  await recordAudit(trx, {
    userId: askedById,
    at,
    action: 'workflow.many-finished',
    subject: { kind: 'bulk-work', id },
    detail: { count: total, done: tally.done ?? 0 },
  });
};

type Turn = BulkDependencies & OneBulkWork;

/**
 * Does the next ones and moves the mark on, in one transaction: whenever the worker is killed, each batch is done wholly
 * or not at all, and never twice. A second worker waits for the lock and goes on from there.
 * @param deed what is done with those that are next
 * @returns how many there were; 0: it is over
 */
const takeNext = (
  { database, clock, clinicId, workId }: Turn,
  limit: number,
  deed: typeof act,
): Promise<number> =>
  inClinic(database, clinicId, async (trx) => {
    const work = await lockBulkWork(trx, workId);
    if (work?.status !== 'running') return 0;
    const at = clock.now();
    const next = await selectNextInstances(trx, work, limit);
    if (next.length === 0) await finish(trx, work, at);
    else await saveOutcomes(trx, work, await deed(trx, work, next, at));
    await announce(trx, 'workflows', workId);
    return next.length;
  });

const giveUp: typeof act = async (_, __, instances) => instances.map(({ id }) => ({ id, outcome: 'fault' }));

/** After a batch that failed: each alone, and whom it fails for is passed over and said. */
const oneAlone = async (turn: Turn): Promise<{ error: unknown } | null | undefined> => {
  try {
    return (await takeNext(turn, 1, act)) === 0 ? undefined : null;
  } catch (error) {
    await takeNext(turn, 1, giveUp);
    return { error };
  }
};

const doBatch = async (turn: Turn): Promise<number> => {
  try {
    return await takeNext(turn, batch, act);
  } catch {
    return oneByOne(batch, () => oneAlone(turn));
  }
};

/** Works on it until it is done or stopped, or until its turn is over and the next job goes on. */
export const doBulkWork = async (
  deps: BulkDependencies,
  which: OneBulkWork,
  batches = batchesOfTurn,
): Promise<void> => {
  for (let count = 0; count < batches; count += 1) if ((await doBatch({ ...deps, ...which })) === 0) return;
  await inClinic(deps.database, which.clinicId, (trx) =>
    deps.send(trx, bulkWorkJob, which, { key: which.workId }),
  );
};
