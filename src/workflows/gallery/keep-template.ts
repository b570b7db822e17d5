import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record-audit.ts';
import { readTemplateTexts } from '../../messages/templates/read-template-texts.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import type { By } from '../make-workflow.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { portable, templatesIn } from '../rules/portable.ts';
import { fileOf, type TemplateFile, type TemplateWords } from '../rules/template-file.ts';
import { deleteOwnTemplate, insertOwnTemplate } from './templates.store.ts';
import { selectWorkflows } from '../workflows.store.ts';

const note = async (
  trx: ClinicTransaction,
  action: string,
  { id, name }: { id: string; name: string },
  { userId, at }: By,
): Promise<void> => {
  await recordAudit(trx, {
    userId,
    at,
    action,
    subject: { kind: 'workflow-template', id },
    detail: { name },
  });
  await announce(trx, 'workflows');
};

const makePortable = async (trx: ClinicTransaction, definition: Definition): Promise<Definition> =>
  portable(definition, await readTemplateTexts(trx, templatesIn(definition)));

/** Puts a workflow into the clinic's own gallery. @returns its key; null when the name is taken */
export const keepTemplate = async (
  trx: ClinicTransaction,
  file: TemplateFile,
  by: By,
): Promise<string | null> => {
  const id = randomUUIDv7();
  const definition = await makePortable(trx, file.definition);
  if (!(await insertOwnTemplate(trx, id, { ...file, definition }, by))) return null;
  await note(trx, 'workflow-template.kept', { id, name: file.name }, by);
  return id;
};

/** @returns false when the clinic has none of this key */
export const dropTemplate = async (trx: ClinicTransaction, id: string, by: By): Promise<boolean> => {
  const name = await deleteOwnTemplate(trx, id);
  if (name === null) return false;
  await note(trx, 'workflow-template.dropped', { id, name }, by);
  return true;
};

/** A workflow of the clinic as a file: its draft, or what is published. @returns null when there is none that can be read */
export const fileOfWorkflow = async (
  trx: ClinicTransaction,
  workflowId: string,
  words: Partial<TemplateWords>,
  now: Temporal.Instant,
): Promise<TemplateFile | null> => {
  const [row] = await selectWorkflows(trx, now, workflowId);
  const read = definitionSchema.safeParse(row?.draft ?? row?.definition);
  if (row === undefined || !read.success) return null;
  const definition = await makePortable(trx, read.data);
  return fileOf({ name: row.name, says: '', forWhom: '', categories: [], ...words }, definition);
};
