import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { By } from './make-workflow.ts';
import type { Definition } from './rules/definition.ts';
import { lockWorkflow, selectNameTaken, updateWorkflow } from './workflows.store.ts';

export type DraftChange = { revision: number; name?: string; draft?: Definition | null };

/** Saves a draft, or gives the workflow another name; whoever is under way notices nothing. */
export const changeWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  { revision, ...change }: DraftChange,
  { userId, at }: By,
): Promise<'done' | 'no-such-workflow' | 'outdated' | 'name-taken'> => {
  const workflow = await lockWorkflow(trx, id);
  if (workflow === null || workflow.status === 'archived') return 'no-such-workflow';
  if (workflow.revision !== revision) return 'outdated';
  if (change.name !== undefined && (await selectNameTaken(trx, id, change.name))) return 'name-taken';
  await updateWorkflow(trx, id, change, at);
  const turned = change.draft !== undefined && (change.draft === null) !== (workflow.draft === null);
  // A draft is saved with every pause in typing: what counts is that it was begun or dropped, and later its publication.
  if (change.name !== undefined || turned)
    await recordAudit(trx, {
      userId,
      at,
      action: 'workflow.changed',
      subject: { kind: 'workflow', id },
      detail: { name: change.name ?? null, draft: turned },
    });
  await announce(trx, 'workflows', id);
  return 'done';
};
