import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { JobSender } from '../../platform/jobs.ts';
import { announce } from '../../platform/live-updates.ts';
import { bulkWorkJob } from './bulk-work-job.ts';
import { chooseInstances, insertBulkWork, selectBulkWork, type BulkRow } from './bulk-works.store.ts';
import { filterOf } from '../people/filter-instances.ts';
import type { By } from '../make-workflow.ts';
import type { BulkAct, BulkAsk } from '../rules/bulk-work.ts';
import { selectIsWorkflow } from '../workflows.store.ts';

export type AskedBulkWork = 'asked' | 'no-such-workflow' | 'nobody' | 'another';

const deeds = {
  end: 'workflow.many-ended',
  'go-on': 'workflow.many-moved-on',
  again: 'workflow.many-repeated',
  move: 'workflow.many-moved',
} satisfies Record<BulkAct, string>;

/** The same request once more, or another under its id? */
const isSame = (row: BulkRow | null, { act, why }: BulkAsk, userId: string): boolean =>
  row !== null && row.act === act && row.why === why && row.askedById === userId;

/**
 * Somebody wants something done with many: whom it concerns is chosen now, and a worker does it. Asked once more under
 * the same id it is the same work, taken up again if it lay idle.
 */
export const askBulkWork = async (
  trx: ClinicTransaction,
  ask: BulkAsk,
  { userId, at }: By,
  send: JobSender,
): Promise<AskedBulkWork> => {
  const { id, act, why, ids, search } = ask;
  const asks = search?.workflowId ?? null;
  if (asks !== null && !(await selectIsWorkflow(trx, asks))) return 'no-such-workflow';
  const asked = ids === undefined ? { search } : { ids };
  const isNew = await insertBulkWork(trx, {
    id,
    workflowId: asks,
    act,
    why,
    asked,
    askedBy: userId,
    askedAt: at,
  });
  if (!isNew && !isSame(await selectBulkWork(trx, id), ask, userId)) return 'another';
  await send(trx, bulkWorkJob, { clinicId: trx.clinicId, workId: id }, { key: id });
  if (!isNew) return 'asked';
  const which = ids === undefined ? { filter: await filterOf(trx, search ?? {}, at) } : { ids };
  const { total, workflowId } = await chooseInstances(trx, ask, which);
  if (total === 0) return 'nobody';
  await recordAudit(trx, {
    userId,
    at,
    action: deeds[act],
    subject: { kind: 'bulk-work', id },
    detail: { why, count: total, workflowId },
  });
  await announce(trx, 'workflows', id);
  return 'asked';
};
