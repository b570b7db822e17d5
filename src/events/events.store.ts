import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import { ringFor } from './event-bell.ts';
import type { EventRow } from './event-row.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';

/**
 * Two common table expressions, `recorded` and `queued`, for a statement that changes something and records that at once.
 * @param from what must have a row for the events to be recorded: a table expression of the same statement
 */
export const eventExpressions = (
  trx: ClinicTransaction,
  rows: EventRow[],
  from: string | null = null,
): RawBuilder<unknown> => sql`
  recorded AS (
    INSERT INTO events (clinic_id, id, kind, source, external_id, occurred_at, patient_id, lead_id, appointment_id, call_id, payload)
    SELECT ${trx.clinicId}, e.id, e.kind, e.source, e.external_id, e.occurred_at, e.patient_id, e.lead_id, e.appointment_id,
      e.call_id, e.payload
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(id uuid, kind text, source text, external_id text,
      occurred_at timestamptz, patient_id uuid, lead_id uuid, appointment_id uuid, call_id uuid, payload jsonb)
    ${from === null ? sql`` : sql`WHERE EXISTS (SELECT FROM ${sql.ref(from)})`}
    ORDER BY e.source, e.external_id
    ON CONFLICT (clinic_id, source, external_id) DO NOTHING RETURNING id
  ), queued AS (
    INSERT INTO undispatched_events (clinic_id, event_id) SELECT ${trx.clinicId}, id FROM recorded RETURNING event_id
  )`;

/** One statement; automation is called when the transaction commits. */
export const insertEvents = async (trx: ClinicTransaction, rows: EventRow[]): Promise<string[]> => {
  const { rows: added } = await sql<{ id: string }>`
    WITH ${eventExpressions(trx, rows)}
    SELECT event_id AS id, ${ringFor(trx.clinicId)} FROM queued`.execute(trx);
  return added.map(({ id }) => id);
};

/** Takes the oldest events that nobody has dispatched nor is dispatching. They count as dispatched when the transaction commits. */
export const takeEvents = async (trx: ClinicTransaction, limit: number): Promise<RecordedEvent[]> => {
  const { rows } = await sql<RecordedEvent>`
    WITH due AS (
      SELECT event_id FROM undispatched_events WHERE clinic_id = ${trx.clinicId}
      ORDER BY event_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM undispatched_events u USING due
      WHERE u.clinic_id = ${trx.clinicId} AND u.event_id = due.event_id RETURNING u.event_id
    )
    SELECT e.id, e.kind, e.source, e.external_id AS "externalId", e.occurred_at AS "occurredAt", e.patient_id AS "patientId",
      e.lead_id AS "leadId", e.appointment_id AS "appointmentId", e.call_id AS "callId", e.payload
    FROM taken t JOIN events e ON e.clinic_id = ${trx.clinicId} AND e.id = t.event_id
    ORDER BY e.id`.execute(trx);
  return rows;
};

export const selectClinicsWithEvents = async (database: Database, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ clinic_id: string }>`
    SELECT c.id AS clinic_id FROM clinics c
    WHERE EXISTS (SELECT FROM undispatched_events u WHERE u.clinic_id = c.id) LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ clinic_id }) => clinic_id);
};

export const selectIsRecorded = async (
  trx: ClinicTransaction,
  source: string,
  key: string,
): Promise<boolean> => {
  const { rows } = await sql`SELECT FROM events
    WHERE clinic_id = ${trx.clinicId} AND source = ${source} AND external_id = ${key}`.execute(trx);
  return rows.length > 0;
};
