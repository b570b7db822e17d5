import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { EntryOfOne } from '../rules/one-person.ts';

/** Everything of these two in the workflows in which one of them is under way, in the order in which they came in. */
export const selectEntriesOfTwo = async (
  trx: ClinicTransaction,
  patientIds: readonly [string, string],
): Promise<(EntryOfOne & { version: number })[]> => {
  const { rows } = await sql<EntryOfOne & { version: number }>`
    WITH theirs AS (
      SELECT id, workflow_id, version, patient_id, started_at, status IN ('running', 'paused') AS under_way
      FROM workflow_instances WHERE clinic_id = ${trx.clinicId} AND patient_id = ANY(${patientIds}::uuid[])
    )
    SELECT id, workflow_id AS "workflowId", version, patient_id AS "patientId", started_at AS "startedAt",
      under_way AS "underWay"
    FROM theirs WHERE workflow_id IN (SELECT workflow_id FROM theirs WHERE under_way) ORDER BY started_at, id`.execute(
    trx,
  );
  return rows;
};

/** Those that stepped back because of this merge, of workflows that are still there. */
export const selectSteppedBack = async (trx: ClinicTransaction, mergeId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT i.id FROM patient_merges m
    JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.patient_id IN (m.kept_id, m.merged_id)
      AND i.exit_reason = 'merged' AND i.state -> 'steppedBack' ->> 'mergeId' = m.id::text
    JOIN workflows w ON w.clinic_id = i.clinic_id AND w.id = i.workflow_id AND w.status <> 'archived'
    WHERE m.clinic_id = ${trx.clinicId} AND m.id = ${mergeId}`.execute(trx);
  return rows.map(({ id }) => id);
};
