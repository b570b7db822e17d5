import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { Definition } from './rules/definition.ts';
import { insertWorkflow } from './workflows.store.ts';

export type By = { userId: string; at: Temporal.Instant };

/** A new workflow with a draft; nobody goes through it before it is published. @returns null when the name is taken */
export const makeWorkflow = async (
  trx: ClinicTransaction,
  { name, templateKey, draft }: { name: string; templateKey: string | null; draft: Definition },
  { userId, at }: By,
): Promise<string | null> => {
  const id = randomUUIDv7();
  if (!(await insertWorkflow(trx, { id, name, templateKey, draft }, at))) return null;
  await recordAudit(trx, {
    userId,
    at,
    action: 'workflow.created',
    subject: { kind: 'workflow', id },
    detail: { name },
  });
  await announce(trx, 'workflows', id);
  return id;
};
