import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectBulkWork, selectBulkWorks, type BulkRow } from './bulk-works.store.ts';
import { bulkOutcomes } from '../rules/bulk-outcomes.ts';
import type { InstanceCursor } from '../rules/instance-cursor.ts';
import type { BulkWork } from '../rules/bulk-work.ts';

const viewOf = ({ asked, tally, ...row }: BulkRow): BulkWork => ({
  id: row.id,
  workflow: row.workflow,
  act: row.act,
  why: row.why,
  askedBy: row.askedBy,
  status: row.status,
  total: row.total,
  stoppedBy: row.stoppedBy,
  search: asked.search ?? null,
  askedAt: row.askedAt.toString(),
  done: tally.done ?? 0,
  couldNot: bulkOutcomes.flatMap((why) => {
    const count = tally[why] ?? 0;
    return why === 'done' || count === 0 ? [] : [{ why, count }];
  }),
  finishedAt: row.finishedAt?.toString() ?? null,
});

export const showBulkWork = async (trx: ClinicTransaction, id: string): Promise<BulkWork | null> => {
  const row = await selectBulkWork(trx, id);
  return row === null ? null : viewOf(row);
};

/** Newest first, a page of them. `next`: where the next page begins. */
export const listBulkWorks = async (
  trx: ClinicTransaction,
  workflowId: string | null,
  before: InstanceCursor | null,
  limit: number,
): Promise<{ works: BulkWork[]; next: InstanceCursor | null }> => {
  const rows = await selectBulkWorks(trx, workflowId, before, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    works: page.map(viewOf),
    next: rows.length > limit && last ? { listedAt: last.askedAt.toString(), id: last.id } : null,
  };
};
