import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { loadVersions } from './load-versions.ts';
import type { By } from '../make-workflow.ts';
import { lockWorkflow, updateWorkflow } from '../workflows.store.ts';

export type Restored = 'done' | 'no-such-workflow' | 'no-such-version' | 'outdated';

/** Makes an earlier version the draft again; a draft that is there gives way. Whoever is under way notices nothing. */
export const restoreVersion = async (
  trx: ClinicTransaction,
  workflowId: string,
  { version, revision }: { version: number; revision: number },
  { userId, at }: By,
): Promise<Restored> => {
  const workflow = await lockWorkflow(trx, workflowId);
  if (workflow === null || workflow.status === 'archived') return 'no-such-workflow';
  const versionOf = await loadVersions(trx, [{ workflowId, version }]);
  const found = versionOf({ workflowId, version });
  if (found === undefined) return 'no-such-version';
  if (workflow.revision !== revision) return 'outdated';
  await updateWorkflow(trx, workflowId, { draft: found.definition }, at);
  await recordAudit(trx, {
    userId,
    at,
    action: 'workflow.version-restored',
    subject: { kind: 'workflow', id: workflowId },
    detail: { version },
  });
  await announce(trx, 'workflows', workflowId);
  return 'done';
};
