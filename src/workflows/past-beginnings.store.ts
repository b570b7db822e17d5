import { sql } from 'kysely';
import type { EventKind } from '../events/rules/event-kinds.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { bookedColumns } from './beginnings.store.ts';
import type { Booked } from './rules/expected-events.ts';

/** Events of these kinds up to then, the newest first. */
export const selectLatestEvents = async (
  trx: ClinicTransaction,
  kinds: readonly EventKind[],
  until: Temporal.Instant,
  limit: number,
): Promise<RecordedEvent[]> => {
  if (kinds.length === 0) return [];
  const { rows } = await sql<RecordedEvent>`
    SELECT e.id, e.kind, e.source, e.external_id AS "externalId", e.occurred_at AS "occurredAt", e.patient_id AS "patientId",
      e.lead_id AS "leadId", e.appointment_id AS "appointmentId", e.call_id AS "callId", e.payload
    FROM unnest(${kinds}::text[]) AS k(kind) CROSS JOIN LATERAL (
      SELECT * FROM events WHERE clinic_id = ${trx.clinicId} AND events.kind = k.kind AND occurred_at <= ${until}
      ORDER BY occurred_at DESC, id DESC LIMIT ${limit}) e
    ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${limit}`.execute(trx);
  return rows;
};

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

/** Who of these goes or went through this workflow. */
export const selectInstancesOf = async (
  trx: ClinicTransaction,
  workflowId: string,
  patientIds: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM workflow_instances
    WHERE clinic_id = ${trx.clinicId} AND workflow_id = ${workflowId} AND patient_id = ANY(${patientIds}::uuid[])`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
};
