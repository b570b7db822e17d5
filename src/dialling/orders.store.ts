import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { ringBell } from './call-bell.ts';
import type { CallText } from './rules/call-order.ts';

export type NewOrder = {
  id: string;
  key: string;
  instance_id: string;
  patient_id: string;
  appointment_id: string | null;
  purpose: string;
  says: CallText;
  expires_at: string;
  needs_standing: boolean;
};

/** Orders whose key is known are left as they are. */
export const insertOrders = async (
  trx: ClinicTransaction,
  orders: readonly NewOrder[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH entered AS (
      INSERT INTO ordered_calls (clinic_id, id, key, instance_id, patient_id, appointment_id, purpose, says, status, due_at,
        expires_at, needs_standing, created_at)
      SELECT ${trx.clinicId}, r.id, r.key, r.instance_id, r.patient_id, r.appointment_id, r.purpose, r.says, 'waiting',
        ${now}::timestamptz, r.expires_at, r.needs_standing, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) AS r(id uuid, key text, instance_id uuid, patient_id uuid,
        appointment_id uuid, purpose text, says jsonb, expires_at timestamptz, needs_standing boolean)
      ON CONFLICT (clinic_id, key) DO NOTHING RETURNING id
    ), planned AS (
      INSERT INTO ordered_call_outbox (clinic_id, order_id, due_at)
      SELECT ${trx.clinicId}, id, ${now}::timestamptz FROM entered ORDER BY id)
    SELECT ${ringBell}`.execute(trx);
};

/**
 * Locks these in the outbox, in the order of their ids. Whoever changes orders that may stand there does this first, because
 * a worker that takes them over begins there: two that began at different ends would wait for each other.
 */
export const lockPlanned = async (trx: ClinicTransaction, ids: readonly string[]): Promise<void> => {
  await sql`SELECT FROM ordered_call_outbox WHERE clinic_id = ${trx.clinicId} AND order_id = ANY(${ids}::uuid[])
    ORDER BY order_id FOR UPDATE`.execute(trx);
};

/** A call that is being dialled or under way is left alone. Locks the outbox before the orders, as the dialling does. */
export const withdrawWaiting = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
): Promise<void> => {
  await sql`
    WITH planned AS (
      SELECT b.order_id FROM ordered_calls o
      JOIN ordered_call_outbox b ON b.clinic_id = ${trx.clinicId} AND b.order_id = o.id
      WHERE o.clinic_id = ${trx.clinicId} AND o.instance_id = ANY(${instanceIds}::uuid[]) AND o.status = 'waiting'
      ORDER BY b.order_id FOR UPDATE OF b
    ), withdrawn AS (
      UPDATE ordered_calls o SET status = 'withdrawn', reason = 'withdrawn' FROM planned p
      WHERE o.clinic_id = ${trx.clinicId} AND o.id = p.order_id AND o.status = 'waiting' RETURNING o.id
    )
    DELETE FROM ordered_call_outbox b USING withdrawn w WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = w.id`.execute(
    trx,
  );
};
