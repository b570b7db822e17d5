import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { EventCursor } from './rules/event-cursor.ts';
import type { EventListQuery, EventView } from './rules/event-views.ts';

type Row = Omit<EventView, 'occurredAt' | 'recordedAt'> & {
  occurredAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
};

/** Newest first. */
export const selectEvents = async (
  trx: ClinicTransaction,
  { kind, patientId, appointmentId, callId }: EventListQuery,
  { after, limit }: { after: EventCursor | null; limit: number },
): Promise<EventView[]> => {
  const { rows } = await sql<Row>`
    SELECT id, kind, source, external_id AS "externalId", occurred_at AS "occurredAt", recorded_at AS "recordedAt",
      patient_id AS "patientId", lead_id AS "leadId", appointment_id AS "appointmentId", call_id AS "callId", payload
    FROM events WHERE clinic_id = ${trx.clinicId}
      ${kind === undefined ? sql`` : sql`AND kind = ${kind}`}
      ${patientId === undefined ? sql`` : sql`AND patient_id = ${patientId}`}
      ${appointmentId === undefined ? sql`` : sql`AND appointment_id = ${appointmentId}`}
      ${callId === undefined ? sql`` : sql`AND call_id = ${callId}`}
      ${after === null ? sql`` : sql`AND (occurred_at, id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`}
    ORDER BY occurred_at DESC, id DESC LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toString(),
    recordedAt: row.recordedAt.toString(),
  }));
};
