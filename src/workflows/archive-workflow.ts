import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { planDailyStart } from './engine/daily-starts.store.ts';
import { endUnderWay } from './versions/end-under-way.ts';
import type { By } from './make-workflow.ts';
import { lockWorkflow, updateWorkflow } from './workflows.store.ts';

/** Puts a workflow away and ends everybody who is under way. Their stories stay. */
export const archiveWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  { userId, at }: By,
): Promise<'done' | 'no-such-workflow'> => {
  const workflow = await lockWorkflow(trx, id);
  if (workflow === null || workflow.status === 'archived') return 'no-such-workflow';
  await updateWorkflow(trx, id, { status: 'archived' }, at);
  await planDailyStart(trx, id, null);
  await endUnderWay(trx, id, at);
  await recordAudit(trx, { userId, at, action: 'workflow.archived', subject: { kind: 'workflow', id } });
  await announce(trx, 'workflows', id);
  return 'done';
};
