import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { lockInstances } from '../engine/instances.store.ts';
import type { BulkOutcome } from '../rules/bulk-outcomes.ts';
import { putWakesDown } from '../engine/wakes.store.ts';
import { moveInstances, selectVersionsInForce } from '../workflows.store.ts';

/**
 * Instances go on with the version of their workflow that is in force.
 * @returns what came of each by its id; one that is not there any more is left out
 */
export const moveToForce = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<Map<string, BulkOutcome>> => {
  const rows = await lockInstances(trx, ids);
  const inForce = await selectVersionsInForce(trx, [...new Set(rows.map(({ workflowId }) => workflowId))]);
  const outcomes = new Map<string, BulkOutcome>();
  for (const [workflowId, those] of Map.groupBy(rows, (row) => row.workflowId)) {
    const version = inForce.get(workflowId);
    const moving: string[] = [];
    for (const row of those) {
      if (row.state.status !== 'running') outcomes.set(row.id, 'over');
      else if (version === undefined) outcomes.set(row.id, 'not-published');
      else if (row.version === version) outcomes.set(row.id, 'in-force-already');
      else {
        outcomes.set(row.id, 'done');
        moving.push(row.id);
      }
    }
    if (version !== undefined && moving.length > 0) await moveInstances(trx, workflowId, version, at, moving);
  }
  await putWakesDown(trx);
  await announce(trx, 'workflows');
  return outcomes;
};
