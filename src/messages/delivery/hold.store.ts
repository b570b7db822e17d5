import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { ringBell } from './message-bell.ts';

/** Outbox rows of these instances, locked in the order of the delivery. */
const rowsOf = (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  held: boolean,
): RawBuilder<unknown> => sql`
  SELECT o.message_id, o.due_at, m.status = 'waiting' AND m.unsure_since IS NULL AS untried
  FROM messages m JOIN message_outbox o ON o.clinic_id = ${trx.clinicId} AND o.message_id = m.id AND o.held = ${held}
  WHERE m.clinic_id = ${trx.clinicId} AND m.instance_id = ANY(${instanceIds}::uuid[])
  ORDER BY o.message_id FOR UPDATE OF o`;

/** These are held, although nobody said so when their workflow was paused: they went back to the outbox later. */
export const holdThese = async (trx: ClinicTransaction, ids: readonly string[]): Promise<void> => {
  await sql`
    WITH held AS (
      UPDATE message_outbox SET held = true WHERE clinic_id = ${trx.clinicId} AND message_id = ANY(${ids}::uuid[]))
    UPDATE messages SET reason = 'paused' WHERE clinic_id = ${trx.clinicId} AND id = ANY(${ids}::uuid[])`.execute(
    trx,
  );
};

/** @returns how many */
export const holdWaiting = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
): Promise<number> => {
  const { rows } = await sql`
    WITH planned AS (${rowsOf(trx, instanceIds, false)}), held AS (
      UPDATE message_outbox o SET held = true FROM planned p WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = p.message_id
    ), told AS (
      UPDATE messages m SET reason = 'paused' FROM planned p
      WHERE m.clinic_id = ${trx.clinicId} AND m.id = p.message_id AND m.status = 'waiting')
    SELECT message_id FROM planned`.execute(trx);
  return rows.length;
};

/** Those that came due meanwhile are taken back. What may have left already stays: its carrier is asked. */
export const dropOverdue = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH planned AS (${rowsOf(trx, instanceIds, true)}), dropped AS (
      UPDATE messages m SET status = 'withdrawn', reason = 'paused' FROM planned p
      WHERE m.clinic_id = ${trx.clinicId} AND m.id = p.message_id AND p.untried AND p.due_at <= ${now}
      RETURNING m.id)
    DELETE FROM message_outbox o USING dropped d WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = d.id`.execute(
    trx,
  );
};

/** They wait again as before; what is overdue leaves bit by bit within so many seconds, 0: at once. */
export const releaseHeld = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  seconds: number,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH planned AS (${rowsOf(trx, instanceIds, true)}), late AS (
      SELECT message_id, (row_number() OVER (ORDER BY due_at, message_id) - 1)::float8 / count(*) OVER () AS share
      FROM planned WHERE due_at <= ${now}
    ), released AS (
      UPDATE message_outbox o SET held = false,
        due_at = CASE WHEN l.message_id IS NULL THEN o.due_at ELSE ${now}::timestamptz + make_interval(secs => l.share * ${seconds}) END
      FROM planned p LEFT JOIN late l ON l.message_id = p.message_id
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = p.message_id
    ), told AS (
      UPDATE messages m SET reason = NULL FROM planned p
      WHERE m.clinic_id = ${trx.clinicId} AND m.id = p.message_id AND m.status = 'waiting')
    SELECT ${ringBell}`.execute(trx);
};
