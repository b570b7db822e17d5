import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import { ringFor } from './event-bell.ts';
import type { EventCursor } from './rules/event-cursor.ts';
import type { SetAsideEvent } from './rules/event-views.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';

type Trouble = { eventId: string; reason: string; nextTryAt: Temporal.Instant | null };

/** An event failed for the first time; when somebody else has dispatched it meanwhile, it did not. */
export const insertTrouble = async (
  trx: ClinicTransaction,
  { eventId, reason, nextTryAt }: Trouble,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH failed AS (
      DELETE FROM undispatched_events WHERE clinic_id = ${trx.clinicId} AND event_id = ${eventId} RETURNING event_id)
    INSERT INTO troubled_events (clinic_id, event_id, tries, failed_at, next_try_at, reason)
    SELECT ${trx.clinicId}, event_id, 1, ${now}, ${nextTryAt}, ${reason} FROM failed`.execute(trx);
};

export const updateTrouble = async (
  trx: ClinicTransaction,
  { eventId, reason, nextTryAt }: Trouble,
  tries: number,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    UPDATE troubled_events SET tries = ${tries}, failed_at = ${now}, next_try_at = ${nextTryAt}, reason = ${reason}
    WHERE clinic_id = ${trx.clinicId} AND event_id = ${eventId}`.execute(trx);
};

/** Takes the one that is due for longest. It counts as dispatched when the transaction commits. */
export const takeTroubled = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<{ event: RecordedEvent; tries: number } | null> => {
  const { rows } = await sql<RecordedEvent & { tries: number }>`
    WITH due AS (
      SELECT event_id, tries FROM troubled_events WHERE clinic_id = ${trx.clinicId} AND next_try_at <= ${now}
      ORDER BY next_try_at, event_id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM troubled_events t USING due WHERE t.clinic_id = ${trx.clinicId} AND t.event_id = due.event_id
    )
    SELECT due.tries, e.id, e.kind, e.source, e.external_id AS "externalId", e.occurred_at AS "occurredAt",
      e.patient_id AS "patientId", e.lead_id AS "leadId", e.appointment_id AS "appointmentId", e.call_id AS "callId", e.payload
    FROM due JOIN events e ON e.clinic_id = ${trx.clinicId} AND e.id = due.event_id`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const { tries, ...event } = row;
  return { event, tries };
};

export const selectClinicsWithTroubled = async (
  database: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ clinic_id: string }>`
    SELECT DISTINCT clinic_id FROM troubled_events WHERE next_try_at <= ${now} LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ clinic_id }) => clinic_id);
};

export const selectNextTry = async (
  database: Database,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    SELECT min(next_try_at) AS at FROM troubled_events WHERE next_try_at > ${after}`.execute(database);
  return rows[0]?.at ?? null;
};

type Row = Omit<SetAsideEvent, 'occurredAt' | 'setAsideAt'> & {
  occurredAt: Temporal.Instant;
  setAsideAt: Temporal.Instant;
};

/** Newest failure first. */
export const selectSetAside = async (
  trx: ClinicTransaction,
  { after, limit }: { after: EventCursor | null; limit: number },
): Promise<SetAsideEvent[]> => {
  const { rows } = await sql<Row>`
    SELECT e.id, e.kind, e.occurred_at AS "occurredAt", e.patient_id AS "patientId", t.failed_at AS "setAsideAt", t.tries, t.reason
    FROM troubled_events t JOIN events e ON e.clinic_id = t.clinic_id AND e.id = t.event_id
    WHERE t.clinic_id = ${trx.clinicId} AND t.next_try_at IS NULL
      ${after === null ? sql`` : sql`AND (t.failed_at, t.event_id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`}
    ORDER BY t.failed_at DESC, t.event_id DESC LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toString(),
    setAsideAt: row.setAsideAt.toString(),
  }));
};

/** Those that are set aside are as if they had just happened. @param id null: all of them. @returns their ids */
export const putBack = async (trx: ClinicTransaction, id: string | null): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    WITH back AS (
      DELETE FROM troubled_events
      WHERE clinic_id = ${trx.clinicId} AND next_try_at IS NULL AND (${id}::uuid IS NULL OR event_id = ${id}::uuid)
      RETURNING event_id
    ), queued AS (
      INSERT INTO undispatched_events (clinic_id, event_id) SELECT ${trx.clinicId}, event_id FROM back RETURNING event_id
    )
    SELECT event_id AS id, ${ringFor(trx.clinicId)} FROM queued`.execute(trx);
  return rows.map((row) => row.id);
};
