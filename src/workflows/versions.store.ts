import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Definition } from './rules/definition.ts';

/** By step: the message template that holds its text. */
export type StepTexts = Record<string, string>;

export type VersionRow = { workflowId: string; version: number; definition: unknown; texts: StepTexts };

export const selectVersions = async (
  trx: ClinicTransaction,
  wanted: readonly { workflowId: string; version: number }[],
): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    SELECT v.workflow_id AS "workflowId", v.version, v.definition, v.texts
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("workflowId" uuid, version integer)
    JOIN workflow_versions v ON v.clinic_id = ${trx.clinicId} AND v.workflow_id = w."workflowId" AND v.version = w.version`.execute(
    trx,
  );
  return rows;
};

export const insertVersion = async (
  trx: ClinicTransaction,
  row: {
    workflowId: string;
    version: number;
    definition: Definition;
    texts: StepTexts;
    publishedBy: string | null;
  },
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    INSERT INTO workflow_versions (clinic_id, workflow_id, version, definition, texts, published_at, published_by)
    VALUES (${trx.clinicId}, ${row.workflowId}, ${row.version}, ${JSON.stringify(row.definition)}, ${JSON.stringify(row.texts)},
      ${now}, ${row.publishedBy})`.execute(trx);
};
