import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { bookedColumns } from '../gallery/beginnings.store.ts';
import type { Booked } from '../rules/expected-events.ts';
import type { PastEntry } from '../rules/reentry.ts';

/** Appointments that were made up to then, the newest first. */
export const selectLatestBooked = async (
  trx: ClinicTransaction,
  until: Temporal.Instant,
  limit: number,
): Promise<Booked[]> =>
  (
    await sql<Booked>`SELECT ${bookedColumns} FROM appointments
      WHERE clinic_id = ${trx.clinicId} AND created_at <= ${until}
      ORDER BY created_at DESC, id DESC LIMIT ${limit}`.execute(trx)
  ).rows;

/** Appointments that were over by then and ended in one of these ways, the newest first. */
export const selectLatestOver = async (
  trx: ClinicTransaction,
  statuses: readonly string[],
  until: Temporal.Instant,
  limit: number,
): Promise<Booked[]> => {
  if (statuses.length === 0) return [];
  const { rows } = await sql<Booked>`SELECT ${bookedColumns} FROM appointments
    WHERE clinic_id = ${trx.clinicId} AND starts_at <= ${until} AND ends_at <= ${until} AND status = ANY(${statuses}::text[])
    ORDER BY starts_at DESC, id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

export type EntryRow = PastEntry & { instanceId: string };

/**
 * Who of these came into this workflow, the earliest first; under the ids that they have now, after whatever was merged.
 * @param names of those who are no patients, as their keys begin
 */
export const selectPastEntries = async (
  trx: ClinicTransaction,
  workflowId: string,
  patientIds: readonly string[],
  names: readonly string[],
): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    WITH own AS NOT MATERIALIZED (
      SELECT * FROM workflow_instances WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId}
    ), found AS (
      SELECT id FROM own WHERE patient_id = ANY(${patientIds}::uuid[])
      UNION SELECT id FROM own WHERE entry_key = ANY(${names}::text[])
      UNION SELECT own.id FROM unnest(${names}::text[]) AS n(name) JOIN own ON own.entry_key >= name || ':' AND own.entry_key < name || ';')
    SELECT own.id AS "instanceId", coalesce(regexp_replace(own.entry_key, '^patient:[^:]+', 'patient:' || own.patient_id), own.entry_key) AS key, own.started_at AS at, own.patient_id AS "patientId",
      own.event_id AS "eventId", e.kind, own.appointment_id AS "appointmentId"
    FROM found JOIN own ON own.id = found.id LEFT JOIN events e ON e.clinic_id = ${trx.clinicId} AND e.id = own.event_id
    ORDER BY own.started_at, own.id`.execute(trx);
  return rows;
};
