import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { finishBulkWork, lockBulkWork } from './bulk-works.store.ts';
import type { By } from '../make-workflow.ts';

export type Stopped = 'done' | 'no-such-work' | 'over';

/** The batch that is being done ends as a whole; nobody after it is touched. What was done stays done. */
export const stopBulkWork = async (
  trx: ClinicTransaction,
  id: string,
  { userId, at }: By,
): Promise<Stopped> => {
  const work = await lockBulkWork(trx, id);
  if (work === null) return 'no-such-work';
  if (work.status === 'stopped') return 'done';
  if (work.status === 'done') return 'over';
  await finishBulkWork(trx, id, userId, at);
  await recordAudit(trx, {
    userId,
    at,
    action: 'workflow.many-stopped',
    subject: { kind: 'bulk-work', id },
    detail: { count: work.total, done: work.tally.done ?? 0 },
  });
  await announce(trx, 'workflows', id);
  return 'done';
};
