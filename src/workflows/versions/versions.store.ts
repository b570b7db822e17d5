import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Definition } from '../rules/definition.ts';

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

export const selectExists = async (trx: ClinicTransaction, workflowId: string): Promise<boolean> =>
  (await trx
    .selectFrom('workflows')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', workflowId)
    .executeTakeFirst()) !== undefined;

export type PublishedRow = {
  version: number;
  publishedAt: Temporal.Instant;
  publishedBy: { userId: string; name: string } | null;
  isCurrent: boolean;
  underWay: number;
  instances: number;
};

/** Newest first. */
export const selectPublished = async (
  trx: ClinicTransaction,
  workflowId: string,
  { before, version, limit }: { before: number | null; version: number | null; limit: number },
): Promise<PublishedRow[]> => {
  const { rows } = await sql<PublishedRow>`
    SELECT v.version, v.published_at AS "publishedAt", coalesce(v.version = w.version, false) AS "isCurrent",
      CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('userId', u.id, 'name', u.name) END AS "publishedBy",
      n.under_way::integer AS "underWay", n.instances::integer AS instances
    FROM workflows w
    JOIN workflow_versions v ON v.clinic_id = w.clinic_id AND v.workflow_id = w.id
    LEFT JOIN users u ON u.id = v.published_by
    CROSS JOIN LATERAL (
      SELECT count(*) AS instances, count(*) FILTER (WHERE i.status IN ('running', 'paused')) AS under_way FROM workflow_instances i
      WHERE i.clinic_id = v.clinic_id AND i.workflow_id = v.workflow_id AND i.version = v.version) n
    WHERE w.clinic_id = ${trx.clinicId} AND w.id = ${workflowId}
      AND (${before}::integer IS NULL OR v.version < ${before}) AND CASE WHEN ${version}::integer IS NULL THEN v.undone_at IS NULL OR n.instances > 0 ELSE v.version = ${version} END
    ORDER BY v.version DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

export const markUndone = async (
  trx: ClinicTransaction,
  workflowId: string,
  version: number,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    UPDATE workflow_versions SET undone_at = ${now}
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND version = ${version}`.execute(trx);
};

/** 0: nothing was published yet. Numbers are never given twice, whatever was undone. */
export const selectNewestVersion = async (trx: ClinicTransaction, workflowId: string): Promise<number> => {
  const { rows } = await sql<{ version: number | null }>`
    SELECT max(version) AS version FROM workflow_versions
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId}`.execute(trx);
  return rows[0]?.version ?? 0;
};
