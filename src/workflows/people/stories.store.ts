import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { plannedForValues } from '../../platform/database/prepared-statements.ts';
import { failedSince, matchingInstances, type InstanceFilter } from './instance-filter.store.ts';
import type { InstanceCursor } from '../rules/instance-cursor.ts';
import type { ExecutionView, InstanceItem } from '../rules/workflow-views.ts';

type Raw<T, Times extends keyof T> = Omit<T, Times> & {
  [K in Times]: Temporal.Instant | Extract<T[K], null>;
};
export type InstanceRow = Raw<InstanceItem, 'wakeAt' | 'startedAt' | 'endedAt'>;
/** `listedAt`: by what the list is in order */
export type ListedRow = InstanceRow & { listedAt: Temporal.Instant };
export type StoryRow = InstanceRow & {
  cause: { kind: string; occurredAt: string } | null;
};
export type ExecutionRow = Raw<ExecutionView, 'at'>;

const iso = (column: string): RawBuilder<unknown> =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const columns = sql`i.id, jsonb_build_object('id', w.id, 'name', w.name) AS workflow, i.version,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) END AS patient,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'startsAt', ${iso('a.starts_at')}) END AS appointment,
  i.status, i.exit_reason AS "exitReason", nullif(i.state->'position', 'null') AS position, i.wake_at AS "wakeAt",
  i.started_at AS "startedAt", i.ended_at AS "endedAt"`;
const tables = sql`workflow_instances i
  JOIN workflows w ON w.clinic_id = i.clinic_id AND w.id = i.workflow_id
  LEFT JOIN patients p ON p.clinic_id = i.clinic_id AND p.id = i.patient_id
  LEFT JOIN appointments a ON a.clinic_id = i.clinic_id AND a.id = i.appointment_id`;

/** What failed for whom, and when that was last: first of all, because they are few among many. */
const failures = (
  clinicId: string,
  since: Temporal.Instant,
): RawBuilder<unknown> => sql`WITH failed AS MATERIALIZED (
  SELECT x.instance_id, max(x.at) AS at, jsonb_agg(jsonb_build_object('step', x.step, 'reason', x.reason, 'at', ${iso('x.at')},
    'times', (SELECT count(*) FROM task_executions e WHERE e.clinic_id = x.clinic_id AND e.instance_id = x.instance_id
      AND e.step = x.step AND e.outcome = 'failed')) ORDER BY x.at DESC) AS of
  FROM task_executions x WHERE x.clinic_id = ${clinicId} AND ${failedSince(since)} GROUP BY x.instance_id)`;

export type InstanceSearch = {
  filter: InstanceFilter;
  before: InstanceCursor | null;
  limit: number;
};

/** Newest first; where failures are looked for, by the last of them. */
export const selectInstances = async (
  trx: ClinicTransaction,
  { filter, before, limit }: InstanceSearch,
): Promise<ListedRow[]> => {
  const { failedFrom } = filter;
  const isAll = failedFrom === null;
  const at = isAll ? sql`i.started_at` : sql`failed.at`;
  const { rows } =
    await sql<ListedRow>`${plannedForValues} ${isAll ? sql`` : failures(trx.clinicId, failedFrom)}
    SELECT ${columns}, ${at} AS "listedAt" ${isAll ? sql`` : sql`, failed.of AS failures`}
    FROM ${tables} ${isAll ? sql`` : sql`JOIN failed ON failed.instance_id = i.id`}
    WHERE i.clinic_id = ${trx.clinicId} ${matchingInstances(filter)}
      ${before === null ? sql`` : sql`AND (${at}, i.id) < (${before.listedAt}::timestamptz, ${before.id}::uuid)`}
    ORDER BY ${at} DESC, i.id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

export const selectInstance = async (trx: ClinicTransaction, id: string): Promise<StoryRow | null> => {
  const { rows } = await sql<StoryRow>`
    SELECT ${columns},
      CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('kind', e.kind, 'occurredAt', ${iso('e.occurred_at')}) END AS cause
    FROM ${tables} LEFT JOIN events e ON e.clinic_id = i.clinic_id AND e.id = i.event_id
    WHERE i.clinic_id = ${trx.clinicId} AND i.id = ${id}`.execute(trx);
  return rows[0] ?? null;
};

/** What was done, with what became of the messages and calls that it ordered, and what the gate said about the contact. */
export const selectExecutions = async (
  trx: ClinicTransaction,
  instanceId: string,
): Promise<ExecutionRow[]> => {
  const { rows } = await sql<ExecutionRow>`
    SELECT x.number, x.at, x.round, x.step, x.kind, x.outcome, x.reason, x.detail,
      CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'channel', m.channel, 'status', m.status, 'reason', m.reason,
        'dueAt', ${iso('m.due_at')}, 'sentAt', ${iso('m.sent_at')}, 'deliveredAt', ${iso('m.delivered_at')}) END AS message,
      CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.call_id, 'status', c.status, 'outcome', c.outcome, 'reason', c.reason,
        'dueAt', ${iso('c.due_at')}) END AS call,
      (SELECT d.id FROM contact_decisions d WHERE d.clinic_id = x.clinic_id AND d.key = x.key
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS "decisionId"
    FROM task_executions x
    LEFT JOIN messages m ON m.clinic_id = x.clinic_id AND m.key = x.key
    LEFT JOIN ordered_calls c ON c.clinic_id = x.clinic_id AND c.key = x.key
    WHERE x.clinic_id = ${trx.clinicId} AND x.instance_id = ${instanceId} ORDER BY x.number`.execute(trx);
  return rows;
};

export const selectStaffName = async (trx: ClinicTransaction, userId: string): Promise<string> => {
  const { rows } = await sql<{ name: string }>`SELECT name FROM users WHERE id = ${userId}`.execute(trx);
  return rows[0]?.name ?? '';
};
