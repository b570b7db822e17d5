import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { planDailyStart } from '../engine/daily-starts.store.ts';
import { loadVersions } from './load-versions.ts';
import type { By } from '../make-workflow.ts';
import { planDaily } from '../engine/start-daily.ts';
import { markUndone, selectPublished } from './versions.store.ts';
import { lockWorkflow, updateWorkflow } from '../workflows.store.ts';

export type Undone = 'done' | 'no-such-workflow' | 'outdated' | 'in-use' | 'no-version';

/** The published one before; undefined: this was the first. */
const earlierThan = async (trx: ClinicTransaction, workflowId: string, version: number) =>
  (await selectPublished(trx, workflowId, { before: version, version: null, limit: 1 }))[0]?.version;

/**
 * Takes the last publication back, as long as nobody has gone by it: the version before is in force again, and what was
 * published is the draft once more. Its number is not given to another.
 */
export const undoPublication = async (
  trx: ClinicTransaction,
  workflowId: string,
  { revision }: { revision: number },
  { userId, at }: By,
): Promise<Undone> => {
  const workflow = await lockWorkflow(trx, workflowId);
  if (workflow === null || workflow.status === 'archived') return 'no-such-workflow';
  if (workflow.revision !== revision) return 'outdated';
  const { version } = workflow;
  if (version === null || workflow.draft !== null) return 'no-version';
  const [current] = await selectPublished(trx, workflowId, { before: null, version, limit: 1 });
  if (current === undefined || current.instances > 0) return 'in-use';
  const before = await earlierThan(trx, workflowId, version);
  const wanted = [version, ...(before === undefined ? [] : [before])].map((one) => ({
    workflowId,
    version: one,
  }));
  const versionOf = await loadVersions(trx, wanted);
  const draft = versionOf({ workflowId, version })?.definition;
  if (draft === undefined) return 'no-version';
  const earlier = before === undefined ? undefined : versionOf({ workflowId, version: before })?.definition;
  if (before !== undefined && earlier === undefined) return 'no-version';
  if (earlier === undefined) await planDailyStart(trx, workflowId, null);
  else await planDaily(trx, workflowId, earlier, at);
  await markUndone(trx, workflowId, version, at);
  await updateWorkflow(
    trx,
    workflowId,
    { draft, version: before ?? null, ...(before === undefined ? { status: 'draft' as const } : {}) },
    at,
  );
  await recordAudit(trx, {
    userId,
    at,
    action: 'workflow.publication-undone',
    subject: { kind: 'workflow', id: workflowId },
    detail: { version },
  });
  await announce(trx, 'workflows', workflowId);
  return 'done';
};
