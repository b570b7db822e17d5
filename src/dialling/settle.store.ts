import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { ringBell } from './call-bell.ts';
import { lockPlanned } from './orders.store.ts';

/** The carrier has the call: from here on its webhooks tell. */
export const markUnderWay = async (trx: ClinicTransaction, id: string): Promise<void> => {
  await lockPlanned(trx, [id]);
  await sql`
    WITH placed AS (
      UPDATE ordered_calls SET status = 'under-way', unsure_since = NULL
      WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND status = 'dialling' RETURNING id
    )
    DELETE FROM ordered_call_outbox b USING placed WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = placed.id`.execute(
    trx,
  );
};

/** Back into the queue; it keeps its place in the number's pace. */
export const putBack = async (trx: ClinicTransaction, id: string, dueAt: Temporal.Instant): Promise<void> => {
  await lockPlanned(trx, [id]);
  await sql`
    WITH waiting AS (
      UPDATE ordered_calls SET status = 'waiting', call_id = NULL, unsure_since = NULL, due_at = ${dueAt}
      WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND status = 'dialling' RETURNING id
    ), planned AS (
      UPDATE ordered_call_outbox b SET due_at = ${dueAt}, has_slot = true FROM waiting
      WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = waiting.id)
    SELECT ${ringBell}`.execute(trx);
};

export const askLater = async (
  trx: ClinicTransaction,
  id: string,
  dueAt: Temporal.Instant,
): Promise<void> => {
  await sql`UPDATE ordered_call_outbox SET due_at = ${dueAt} WHERE clinic_id = ${trx.clinicId} AND order_id = ${id}`.execute(
    trx,
  );
};
