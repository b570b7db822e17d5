import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { plannedForValues } from '../platform/database/prepared-statements.ts';
import type { Definition } from './rules/definition.ts';
import type { Overdue, WorkflowItem } from './rules/workflow-views.ts';

export type WorkflowRow = {
  id: string;
  name: string;
  status: WorkflowItem['status'];
  version: number | null;
  revision: number;
  draft: unknown;
  /** null: not published yet */
  definition: unknown;
  published: { version: number } | null;
};
export type ListedRow = WorkflowRow & WorkflowItem['instances'];

/** Counting is by index, and only what is paused is looked at row by row. */
export const selectWorkflows = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  id: string | null = null,
): Promise<ListedRow[]> => {
  const only = id === null ? sql`` : sql`AND workflow_id = ${id}`;
  const { rows } = await sql<ListedRow>`${plannedForValues}
    SELECT w.id, w.name, w.status, w.version, w.revision, w.draft, v.definition,
      coalesce(n.running, 0)::integer AS running, coalesce(n.paused, 0)::integer AS paused,
      (coalesce(o.overdue, 0) + coalesce(h.overdue, 0) + coalesce(c.overdue, 0))::integer AS overdue, coalesce(n.done, 0)::integer AS done, coalesce(n.exited, 0)::integer AS exited
    FROM workflows w
    LEFT JOIN workflow_versions v ON v.clinic_id = w.clinic_id AND v.workflow_id = w.id AND v.version = w.version
    LEFT JOIN (
      SELECT workflow_id, count(*) FILTER (WHERE status = 'running') AS running, count(*) FILTER (WHERE status = 'paused') AS paused,
        count(*) FILTER (WHERE status = 'done') AS done, count(*) FILTER (WHERE status = 'exited') AS exited
      FROM workflow_instances WHERE clinic_id = ${trx.clinicId} ${only} GROUP BY workflow_id) n ON n.workflow_id = w.id
    LEFT JOIN (
      SELECT workflow_id, count(*) AS overdue FROM workflow_instances
      WHERE clinic_id = ${trx.clinicId} ${only} AND status = 'paused' AND wake_at <= ${now} GROUP BY workflow_id) o ON o.workflow_id = w.id
    LEFT JOIN (
      SELECT i.workflow_id, count(*) AS overdue FROM message_outbox o
      JOIN messages m ON m.clinic_id = o.clinic_id AND m.id = o.message_id
      JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
      WHERE o.clinic_id = ${trx.clinicId} AND o.held AND o.due_at <= ${now} GROUP BY i.workflow_id) h ON h.workflow_id = w.id
    LEFT JOIN (
      SELECT i.workflow_id, count(*) AS overdue FROM ordered_call_outbox b
      JOIN ordered_calls o ON o.clinic_id = b.clinic_id AND o.id = b.order_id AND o.status = 'waiting'
      JOIN workflow_instances i ON i.clinic_id = o.clinic_id AND i.id = o.instance_id
      JOIN workflows p ON p.clinic_id = i.clinic_id AND p.id = i.workflow_id AND p.status = 'paused'
      WHERE b.clinic_id = ${trx.clinicId} AND b.due_at <= ${now} GROUP BY i.workflow_id) c ON c.workflow_id = w.id
    WHERE w.clinic_id = ${trx.clinicId} AND (${id}::uuid IS NULL OR w.id = ${id}::uuid) AND (w.status <> 'archived' OR w.id = ${id}::uuid)
    ORDER BY lower(w.name), w.id`.execute(trx);
  return rows;
};

export const lockWorkflow = async (
  trx: ClinicTransaction,
  id: string,
): Promise<Pick<WorkflowRow, 'id' | 'name' | 'status' | 'version' | 'revision' | 'draft'> | null> => {
  const { rows } = await sql<WorkflowRow>`
    SELECT id, name, status, version, revision, draft FROM workflows
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

/** @returns false when the clinic has one of this name */
export const insertWorkflow = async (
  trx: ClinicTransaction,
  row: { id: string; name: string; templateKey: string | null; draft: Definition },
  now: Temporal.Instant,
): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO workflows (clinic_id, id, name, template_key, draft, created_at, updated_at)
    VALUES (${trx.clinicId}, ${row.id}, ${row.name}, ${row.templateKey}, ${JSON.stringify(row.draft)}, ${now}, ${now})
    ON CONFLICT DO NOTHING RETURNING id`.execute(trx);
  return rows.length > 0;
};

export type WorkflowChange = {
  name?: string;
  status?: WorkflowRow['status'];
  /** null: none is published any more */
  version?: number | null;
  /** null: there is none any more */
  draft?: Definition | null;
};

export const updateWorkflow = async (
  trx: ClinicTransaction,
  id: string,
  { name, status, version, draft }: WorkflowChange,
  now: Temporal.Instant,
): Promise<void> => {
  const keepDraft = draft === undefined;
  await sql`
    UPDATE workflows SET name = coalesce(${name ?? null}, name), status = coalesce(${status ?? null}, status),
      version = CASE WHEN ${version === undefined} THEN version ELSE ${version ?? null}::integer END,
      draft = CASE WHEN ${keepDraft} THEN draft ELSE ${keepDraft || draft === null ? null : JSON.stringify(draft)}::jsonb END,
      revision = revision + 1, updated_at = ${now}
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};

export const selectNameTaken = async (trx: ClinicTransaction, id: string, name: string): Promise<boolean> => {
  const { rows } = await sql`
    SELECT FROM workflows WHERE clinic_id = ${trx.clinicId} AND lower(name) = lower(${name}) AND id <> ${id}
      AND status <> 'archived'`.execute(trx);
  return rows.length > 0;
};

export const selectPositions = async (
  trx: ClinicTransaction,
  workflowId: string,
): Promise<{ step: string; count: number }[]> => {
  const { rows } = await sql<{ step: string; count: number }>`
    SELECT state->'position'->>'step' AS step, count(*)::integer AS count FROM workflow_instances
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND status IN ('running', 'paused') GROUP BY 1`.execute(
    trx,
  );
  return rows;
};

/** From now on none of them does anything; their times stay. */
export const pauseInstances = async (trx: ClinicTransaction, workflowId: string): Promise<void> => {
  await sql`
    UPDATE workflow_instances SET status = 'paused'
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND status = 'running'`.execute(trx);
};

/** Instances of the workflow that have ordered what has not left yet, those that are done included. */
export const selectWithMessages = async (trx: ClinicTransaction, workflowId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT i.id FROM message_outbox o
    JOIN messages m ON m.clinic_id = o.clinic_id AND m.id = o.message_id
    JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
    WHERE o.clinic_id = ${trx.clinicId} AND i.workflow_id = ${workflowId}`.execute(trx);
  return rows.map(({ id }) => id);
};

/** Those for whom a call is ordered that is not dialled yet. */
export const selectWithOrders = async (trx: ClinicTransaction, workflowId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT i.id FROM ordered_call_outbox b
    JOIN ordered_calls o ON o.clinic_id = b.clinic_id AND o.id = b.order_id
    JOIN workflow_instances i ON i.clinic_id = o.clinic_id AND i.id = o.instance_id
    WHERE b.clinic_id = ${trx.clinicId} AND i.workflow_id = ${workflowId}`.execute(trx);
  return rows.map(({ id }) => id);
};

/**
 * They go on; those whose time came during the pause as the manager has chosen. Who still waits looks once whether the wait
 * has another end by now: the workflow may have another version, or what was waited for is so.
 */
export const resumeInstances = async (
  trx: ClinicTransaction,
  workflowId: string,
  choice: Overdue,
  now: Temporal.Instant,
): Promise<void> => {
  const seconds = choice.overdue === 'spread' ? choice.hours * 3600 : 0;
  await sql`
    WITH late AS (
      SELECT id, (row_number() OVER (ORDER BY wake_at, id) - 1)::float8 / count(*) OVER () AS share FROM workflow_instances
      WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND status = 'paused' AND wake_at <= ${now}
    )
    UPDATE workflow_instances i SET status = 'running',
      overdue = CASE WHEN late.id IS NOT NULL THEN ${choice.overdue === 'skip' ? 'skip' : null} END,
      wake_at = CASE WHEN late.id IS NOT NULL THEN ${now}::timestamptz + make_interval(secs => late.share * ${seconds})
        WHEN i.state->'position'->>'doing' = 'waiting' THEN ${now}::timestamptz ELSE i.wake_at END
    FROM workflow_instances own LEFT JOIN late ON late.id = own.id
    WHERE own.clinic_id = ${trx.clinicId} AND own.workflow_id = ${workflowId} AND own.status = 'paused'
      AND i.clinic_id = own.clinic_id AND i.id = own.id AND i.status = 'paused'`.execute(trx);
};

/**
 * Those under way go on with another version, and look at once whether their time is another by it.
 * @param ids only these; null: all
 */
export const moveInstances = async (
  trx: ClinicTransaction,
  workflowId: string,
  version: number,
  now: Temporal.Instant,
  ids: readonly string[] | null = null,
): Promise<void> => {
  await sql`
    UPDATE workflow_instances SET version = ${version},
      wake_at = CASE WHEN state->'position'->>'doing' = 'waiting' AND status = 'running' THEN ${now} ELSE wake_at END
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND status IN ('running', 'paused')
      AND version <> ${version} AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))`.execute(trx);
};

/** Of each workflow that has one: the version by which people go in now. */
export const selectVersionsInForce = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; version: number }>`
    SELECT id, version FROM workflows
    WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[]) AND version IS NOT NULL`.execute(trx);
  return new Map(rows.map(({ id, version }) => [id, version]));
};

export const selectUnderWay = async (trx: ClinicTransaction, workflowId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM workflow_instances
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND status IN ('running', 'paused')`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
};

export const selectIsWorkflow = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const { rows } = await sql`SELECT FROM workflows WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(
    trx,
  );
  return rows.length > 0;
};
