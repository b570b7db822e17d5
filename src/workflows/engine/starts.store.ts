import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Entries } from '../rules/entry.ts';
import type { InstanceState } from '../rules/instance.ts';

export type LiveWorkflow = { workflowId: string; version: number };

/** Workflows that take people in. Paused ones do as well: nobody is forgotten. */
export const selectLiveWorkflows = async (trx: ClinicTransaction): Promise<LiveWorkflow[]> => {
  const { rows } = await sql<LiveWorkflow>`
    SELECT id AS "workflowId", version FROM workflows
    WHERE clinic_id = ${trx.clinicId} AND status IN ('active', 'paused') AND version IS NOT NULL ORDER BY id`.execute(
    trx,
  );
  return rows;
};

/**
 * Earlier entries of these people, by the beginning of their keys: `patient:<id>`. What a patient came in with under the id
 * of a record that has been merged into theirs is the last as well, but none that their own keys count.
 */
export const selectEntries = async (
  trx: ClinicTransaction,
  workflowId: string,
  people: readonly string[],
): Promise<Map<string, Entries>> => {
  const { rows } = await sql<{ person: string; count: number; last: Temporal.Instant }>`
    WITH own AS NOT MATERIALIZED (
      SELECT entry_key, patient_id, started_at FROM workflow_instances
      WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId}
    )
    SELECT person, count(*) FILTER (WHERE is_named)::integer AS count, max(started_at) AS last FROM (
      SELECT p.person, own.started_at, true AS is_named FROM unnest(${people}::text[]) AS p(person)
      JOIN own ON own.entry_key >= p.person || ':' AND own.entry_key < p.person || ';'
      UNION ALL
      SELECT p.person, own.started_at, false FROM unnest(${people}::text[]) AS p(person)
      JOIN own ON own.patient_id = CASE WHEN p.person LIKE 'patient:%' THEN substr(p.person, 9)::uuid END
        AND own.entry_key LIKE 'patient:%' AND own.entry_key <> p.person AND own.entry_key NOT LIKE p.person || ':%'
    ) earlier GROUP BY person`.execute(trx);
  return new Map(rows.map(({ person, count, last }) => [person, { count, last }]));
};

export type NewInstance = {
  id: string;
  workflow_id: string;
  version: number;
  entry_key: string;
  patient_id: string | null;
  lead_id: string | null;
  appointment_id: string | null;
  call_id: string | null;
  event_id: string | null;
  /** in a paused workflow their first look stops them; whether it still is one is known only then */
  status: 'running';
  state: InstanceState;
};

/** An appointment that was given to another patient lets that one in as well: whoever came in before keeps a key of their own. */
export const freeKeysOfOthers = async (
  trx: ClinicTransaction,
  instances: readonly Pick<NewInstance, 'workflow_id' | 'entry_key' | 'patient_id'>[],
): Promise<void> => {
  if (instances.length === 0) return;
  await sql`
    UPDATE workflow_instances i SET entry_key = i.entry_key || ':' || i.id
    FROM jsonb_to_recordset(${JSON.stringify(instances)}::jsonb) AS r(workflow_id uuid, entry_key text, patient_id uuid)
    WHERE i.clinic_id = ${trx.clinicId} AND i.workflow_id = r.workflow_id AND i.entry_key = r.entry_key
      AND i.patient_id <> r.patient_id`.execute(trx);
};

/** Enters those whose keys are new. @returns how many that were */
export const insertInstances = async (
  trx: ClinicTransaction,
  instances: readonly NewInstance[],
  now: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    WITH added AS (
      INSERT INTO workflow_instances (clinic_id, id, workflow_id, version, entry_key, patient_id, lead_id, appointment_id, call_id,
        event_id, status, state, wake_at, started_at)
      SELECT ${trx.clinicId}, r.id, r.workflow_id, r.version, r.entry_key, r.patient_id, r.lead_id, r.appointment_id, r.call_id,
        r.event_id, r.status, r.state, ${now}, ${now}
      FROM jsonb_populate_recordset(NULL::workflow_instances, ${JSON.stringify(instances)}::jsonb) r
      ORDER BY r.workflow_id, r.entry_key
      ON CONFLICT (clinic_id, workflow_id, entry_key) DO NOTHING RETURNING id
    ), wakes AS (
      INSERT INTO clinic_wakes (clinic_id, minute)
      SELECT ${trx.clinicId}, date_trunc('minute', ${now}::timestamptz) WHERE EXISTS (SELECT FROM added)
      ON CONFLICT DO NOTHING
    )
    SELECT count(*)::integer AS count FROM added`.execute(trx);
  return rows[0]!.count;
};
