import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadVersions } from '../versions/load-versions.ts';
import type { InstanceCursor } from '../rules/instance-cursor.ts';
import type { InstanceItem, InstanceView } from '../rules/workflow-views.ts';
import {
  selectExecutions,
  selectInstance,
  selectInstances,
  type InstanceRow,
  type InstanceSearch,
  type ListedRow,
} from './stories.store.ts';

const itemOf = (row: InstanceRow): InstanceItem => ({
  ...row,
  wakeAt: row.status === 'running' ? (row.wakeAt?.toString() ?? null) : null,
  startedAt: row.startedAt.toString(),
  endedAt: row.endedAt?.toString() ?? null,
});

const listedItemOf = (row: ListedRow): InstanceItem => {
  const { listedAt: _, ...instance } = row;
  return itemOf(instance);
};

/** A page of them. `next`: where the next page begins. */
export const listInstances = async (
  trx: ClinicTransaction,
  search: InstanceSearch,
): Promise<{ instances: InstanceItem[]; next: InstanceCursor | null }> => {
  const rows = await selectInstances(trx, { ...search, limit: search.limit + 1 });
  const page = rows.slice(0, search.limit);
  const last = page.at(-1);
  return {
    instances: page.map(listedItemOf),
    next: rows.length > search.limit && last ? { listedAt: last.listedAt.toString(), id: last.id } : null,
  };
};

/** One instance: what began it, what was done with which step and why, and where it stands. */
export const tellStory = async (trx: ClinicTransaction, id: string): Promise<InstanceView | null> => {
  const row = await selectInstance(trx, id);
  if (row === null) return null;
  const { cause, ...instance } = row;
  const item = itemOf(instance);
  const versionOf = await loadVersions(trx, [{ workflowId: item.workflow.id, version: item.version }]);
  const executions = await selectExecutions(trx, id);
  return {
    ...item,
    cause,
    definition: versionOf({ workflowId: item.workflow.id, version: item.version })?.definition ?? null,
    executions: executions.map((execution) => ({ ...execution, at: execution.at.toString() })),
  };
};
