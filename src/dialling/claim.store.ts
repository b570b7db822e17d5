import { sql, type RawBuilder } from 'kysely';
import type { Purpose } from '../consent/rules/contact-request.ts';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import type { CallText } from './rules/call-order.ts';

export type DueOrder = {
  id: string;
  key: string;
  instanceId: string;
  patientId: string | null;
  appointmentId: string | null;
  appointmentStatus: string | null;
  /** the workflow has ended for this person, or was put away */
  isUnwanted: boolean;
  purpose: Purpose;
  says: CallText;
  expiresAt: Temporal.Instant;
  needsStanding: boolean;
  attempts: number;
  callId: string | null;
  /** of that call */
  calledNumber: string | null;
  unsureSince: Temporal.Instant | null;
  hasSlot: boolean;
};

/** While a workflow is paused nobody is called for it; what is due then stays where it is. */
const notPaused = (trx: ClinicTransaction): RawBuilder<boolean> => sql`NOT EXISTS (
  SELECT FROM workflow_instances i JOIN workflows w ON w.clinic_id = i.clinic_id AND w.id = i.workflow_id
  WHERE i.clinic_id = ${trx.clinicId} AND i.id = o.instance_id AND 'paused' IN (i.status, w.status))`;

/** What is due, the longest waiting first, locked until the transaction ends. `dialling`: an earlier worker fell silent. */
export const selectDue = async (
  trx: ClinicTransaction,
  status: 'waiting' | 'dialling',
  now: Temporal.Instant,
  limit: number,
): Promise<DueOrder[]> => {
  const { rows } = await sql<DueOrder>`
    SELECT o.id, o.key, o.instance_id AS "instanceId", o.patient_id AS "patientId", o.appointment_id AS "appointmentId", a.status AS "appointmentStatus",
      EXISTS (SELECT FROM workflow_instances i WHERE i.clinic_id = ${trx.clinicId} AND i.id = o.instance_id AND i.status = 'exited') AS "isUnwanted",
      o.purpose, o.says, o.expires_at AS "expiresAt", o.needs_standing AS "needsStanding", o.attempts, o.call_id AS "callId",
      c.to_number AS "calledNumber",
      o.unsure_since AS "unsureSince", b.has_slot AS "hasSlot"
    FROM ordered_call_outbox b
    JOIN ordered_calls o ON o.clinic_id = ${trx.clinicId} AND o.id = b.order_id AND o.status = ${status}
    LEFT JOIN appointments a ON a.clinic_id = ${trx.clinicId} AND a.id = o.appointment_id
    LEFT JOIN call_logs c ON c.clinic_id = ${trx.clinicId} AND c.id = o.call_id
    WHERE b.clinic_id = ${trx.clinicId} AND b.due_at <= ${now} AND ${status === 'waiting' ? notPaused(trx) : sql`true`}
    ORDER BY b.due_at, b.order_id LIMIT ${limit} FOR UPDATE OF b SKIP LOCKED`.execute(trx);
  return rows;
};

export type Claim = { id: string; recipientId: string | null; callId: string; decisionId: string | null };

/** Marks orders as being dialled by this worker until `leaseEnd`. */
export const markDialling = async (
  trx: ClinicTransaction,
  claims: readonly Claim[],
  { now, leaseEnd }: { now: Temporal.Instant; leaseEnd: Temporal.Instant },
): Promise<void> => {
  if (claims.length === 0) return;
  await sql`
    WITH claimed AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        AS r(id uuid, "recipientId" uuid, "callId" uuid, "decisionId" uuid)
    ), leased AS (
      UPDATE ordered_call_outbox b SET due_at = ${leaseEnd} FROM claimed
      WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = claimed.id)
    UPDATE ordered_calls o SET status = 'dialling', recipient_id = claimed."recipientId", call_id = claimed."callId",
      decision_id = claimed."decisionId", reason = NULL, attempts = attempts + 1, unsure_since = ${now}
    FROM claimed WHERE o.clinic_id = ${trx.clinicId} AND o.id = claimed.id`.execute(trx);
};

/** Another worker's lease is over: this one asks the carrier what became of its request. */
export const takeOver = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  leaseEnd: Temporal.Instant,
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    WITH leased AS (
      UPDATE ordered_call_outbox SET due_at = ${leaseEnd} WHERE clinic_id = ${trx.clinicId} AND order_id = ANY(${ids}::uuid[]))
    UPDATE ordered_calls SET attempts = attempts + 1 WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(
    trx,
  );
};

export type Postponed = {
  id: string;
  until: Temporal.Instant;
  hasSlot: boolean;
  reason: string | null;
  decisionId: string | null;
};

/**
 * Leaves orders waiting until later; with a reason, the order says what it waits for. Alike in messages/claim.store.ts, and
 * not the same: an order says when its turn comes and what it waits for now, a message what it last waited for. One
 * statement for both would have the tables and these rules as its parameters.
 */
export const postpone = async (trx: ClinicTransaction, later: readonly Postponed[]): Promise<void> => {
  if (later.length === 0) return;
  await sql`
    WITH later AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(later)}::jsonb)
        AS r(id uuid, until timestamptz, "hasSlot" boolean, reason text, "decisionId" uuid)
    ), planned AS (
      UPDATE ordered_call_outbox b SET due_at = later.until, has_slot = later."hasSlot" FROM later
      WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = later.id)
    UPDATE ordered_calls o SET due_at = later.until, reason = later.reason, decision_id = coalesce(later."decisionId", o.decision_id)
    FROM later WHERE o.clinic_id = ${trx.clinicId} AND o.id = later.id`.execute(trx);
};

export const selectClinicsWithDue = async (
  database: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM clinics c WHERE EXISTS (
      SELECT FROM ordered_call_outbox b WHERE b.clinic_id = c.id AND b.due_at <= ${now}) LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
};

/** What is due already and was left waits for room, which rings. @returns null: nothing is planned for later */
export const selectNextDue = async (
  database: Database,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    SELECT min(due_at) AS at FROM ordered_call_outbox WHERE due_at > ${now}`.execute(database);
  return rows[0]?.at ?? null;
};
