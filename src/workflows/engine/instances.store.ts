import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Execution } from '../rules/effect.ts';
import type { InstanceState } from '../rules/instance.ts';

export type InstanceRow = {
  id: string;
  workflowId: string;
  workflowName: string;
  /** of the workflow: then nobody is contacted */
  paused: boolean;
  version: number;
  patientId: string | null;
  appointmentId: string | null;
  callId: string | null;
  eventId: string | null;
  state: InstanceState;
  overdue: 'skip' | null;
};

const columns = sql`i.id, i.workflow_id AS "workflowId", w.name AS "workflowName", w.status = 'paused' AS paused, i.version,
  i.patient_id AS "patientId", i.appointment_id AS "appointmentId", i.call_id AS "callId", i.event_id AS "eventId", i.state, i.overdue`;
const ofWorkflows = sql`JOIN workflows w ON w.clinic_id = i.clinic_id AND w.id = i.workflow_id`;

/**
 * Takes instances whose time has come; several workers may do so at once, each gets others. Step by step, so that the way
 * always begins at what is due, whatever PostgreSQL thinks of the tables.
 */
export const claimDue = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  limit: number,
): Promise<InstanceRow[]> => {
  const { rows } = await sql<InstanceRow>`
    WITH due AS MATERIALIZED (
      SELECT instance_id FROM instance_wakes WHERE clinic_id = ${trx.clinicId} AND wake_at <= ${now}
      ORDER BY wake_at, instance_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), i AS MATERIALIZED (
      SELECT one.* FROM due JOIN workflow_instances one ON one.clinic_id = ${trx.clinicId} AND one.id = due.instance_id
      WHERE one.status = 'running' AND one.wake_at <= ${now} FOR NO KEY UPDATE OF one SKIP LOCKED)
    SELECT ${columns} FROM i ${ofWorkflows}`.execute(trx);
  return rows;
};

/** Looks at it again later, as it is. */
export const postponeInstance = async (
  trx: ClinicTransaction,
  id: string,
  wakeAt: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH later AS (
      UPDATE workflow_instances SET wake_at = ${wakeAt}
      WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND status = 'running' RETURNING id)
    INSERT INTO clinic_wakes (clinic_id, minute)
    SELECT ${trx.clinicId}, date_trunc('minute', ${wakeAt}::timestamptz) FROM later ON CONFLICT DO NOTHING`.execute(
    trx,
  );
};

/**
 * Locks in the order of ids, like everybody who waits for instances. They are read afterwards, by a statement of its own:
 * one that has waited for a lock still sees the workflow as it was before, paused or not.
 */
export const lockInstances = async (
  trx: ClinicTransaction,
  ids: readonly string[],
): Promise<InstanceRow[]> => {
  if (ids.length === 0) return [];
  await sql`
    SELECT FROM workflow_instances WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`.execute(trx);
  const { rows } = await sql<InstanceRow>`
    SELECT ${columns} FROM workflow_instances i ${ofWorkflows}
    WHERE i.clinic_id = ${trx.clinicId} AND i.id = ANY(${ids}::uuid[]) ORDER BY i.id`.execute(trx);
  return rows;
};

/** Also those that are done: their appointment may move, or their last message still wait. */
export const selectInstancesOfAppointments = async (
  trx: ClinicTransaction,
  appointmentIds: readonly string[],
): Promise<{ id: string; appointmentId: string }[]> => {
  if (appointmentIds.length === 0) return [];
  const { rows } = await sql<{ id: string; appointmentId: string }>`
    SELECT id, appointment_id AS "appointmentId" FROM workflow_instances
    WHERE clinic_id = ${trx.clinicId} AND appointment_id = ANY(${appointmentIds}::uuid[])`.execute(trx);
  return rows;
};

export type InstanceOfPatient = {
  id: string;
  patientId: string;
  appointmentId: string | null;
  workflowId: string;
  version: number;
  /** of what began it */
  payload: unknown;
};

/** Those under way. */
export const selectInstancesOfPatients = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
): Promise<InstanceOfPatient[]> => {
  if (patientIds.length === 0) return [];
  const { rows } = await sql<InstanceOfPatient>`
    SELECT i.id, i.patient_id AS "patientId", i.appointment_id AS "appointmentId", i.workflow_id AS "workflowId", i.version, e.payload
    FROM workflow_instances i LEFT JOIN events e ON e.clinic_id = i.clinic_id AND e.id = i.event_id
    WHERE i.clinic_id = ${trx.clinicId} AND i.patient_id = ANY(${patientIds}::uuid[]) AND i.status IN ('running', 'paused')`.execute(
    trx,
  );
  return rows;
};

export type SavedInstance = {
  id: string;
  status: 'running' | 'paused' | 'done' | 'exited';
  state: InstanceState;
  exit_reason: string | null;
  wake_at: string | null;
  ended_at: string | null;
  /** what it is counted as from now on, beside what it was (`rules/counts-as.ts`) */
  counts_as: Record<string, true>;
};
export type SavedExecution = Omit<Execution, never> & { instance_id: string };

/** A whole batch in one statement: instances, what was done with them, what they count as by it, and the minutes in which to look again. */
export const saveInstances = async (
  trx: ClinicTransaction,
  instances: readonly SavedInstance[],
  executions: readonly SavedExecution[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH r AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(instances)}::jsonb)
        AS r(id uuid, status text, state jsonb, exit_reason text, wake_at timestamptz, ended_at timestamptz, counts_as jsonb)
    ), saved AS (
      UPDATE workflow_instances i SET status = r.status, state = r.state, exit_reason = r.exit_reason, wake_at = r.wake_at,
        ended_at = r.ended_at, overdue = NULL, counts_as = i.counts_as || r.counts_as
      FROM r WHERE i.clinic_id = ${trx.clinicId} AND i.id = r.id
    ), told AS (
      INSERT INTO task_executions (clinic_id, instance_id, number, round, step, kind, outcome, reason, detail, key, at)
      SELECT ${trx.clinicId}, e.instance_id, e.number, e.round, e.step, e.kind, e.outcome, e.reason, e.detail, e.key, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(executions)}::jsonb) AS e(instance_id uuid, number integer, round integer, step text,
        kind text, outcome text, reason text, detail jsonb, key text)
    )
    INSERT INTO clinic_wakes (clinic_id, minute)
    SELECT DISTINCT ${trx.clinicId}::uuid, date_trunc('minute', wake_at) FROM r WHERE wake_at IS NOT NULL ORDER BY 2
    ON CONFLICT DO NOTHING`.execute(trx);
};

export type NamedInstance = InstanceRow & { name: string | null; total: number };

/**
 * Those of a workflow that are not over, newest first, without a lock: to look at.
 * @param overdueAt only those whose time has come by then
 */
export const selectTravellers = async (
  trx: ClinicTransaction,
  workflowId: string,
  overdueAt: Temporal.Instant | null,
  limit: number,
): Promise<NamedInstance[]> => {
  const { rows } = await sql<NamedInstance>`
    WITH i AS MATERIALIZED (
      SELECT one.*, count(*) OVER ()::integer AS total FROM workflow_instances one
      WHERE one.clinic_id = ${trx.clinicId} AND one.workflow_id = ${workflowId} AND one.status IN ('running', 'paused')
        AND (${overdueAt}::timestamptz IS NULL OR one.wake_at <= ${overdueAt})
      ORDER BY one.started_at DESC, one.id DESC LIMIT ${limit})
    SELECT ${columns}, i.total, coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name AS name
    FROM i ${ofWorkflows} LEFT JOIN patients p ON p.clinic_id = i.clinic_id AND p.id = i.patient_id
    ORDER BY i.started_at DESC, i.id DESC`.execute(trx);
  return rows;
};
