import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { TemplateFile } from '../rules/template-file.ts';

export type OwnTemplateRow = {
  id: string;
  name: string;
  says: string;
  forWhom: string;
  categories: string[];
  definition: unknown;
};

/** The clinic's own, by name; with an id only that one. */
export const selectOwnTemplates = async (
  trx: ClinicTransaction,
  id: string | null = null,
): Promise<OwnTemplateRow[]> => {
  const { rows } = await sql<OwnTemplateRow>`
    SELECT id, name, says, for_whom AS "forWhom", categories, definition FROM workflow_templates
    WHERE clinic_id = ${trx.clinicId} AND (${id}::uuid IS NULL OR id = ${id}::uuid) ORDER BY lower(name), id`.execute(
    trx,
  );
  return rows;
};

/** @returns false when the clinic has one of this name */
export const insertOwnTemplate = async (
  trx: ClinicTransaction,
  id: string,
  { name, says, forWhom, categories, definition }: TemplateFile,
  { userId, at }: { userId: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO workflow_templates (clinic_id, id, name, says, for_whom, categories, definition, created_at, created_by)
    VALUES (${trx.clinicId}, ${id}, ${name}, ${says}, ${forWhom}, ${categories}::text[], ${JSON.stringify(definition)}, ${at}, ${userId})
    ON CONFLICT DO NOTHING RETURNING id`.execute(trx);
  return rows.length > 0;
};

/** @returns its name; null when there is none */
export const deleteOwnTemplate = async (trx: ClinicTransaction, id: string): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`
    DELETE FROM workflow_templates WHERE clinic_id = ${trx.clinicId} AND id = ${id} RETURNING name`.execute(
    trx,
  );
  return rows[0]?.name ?? null;
};
