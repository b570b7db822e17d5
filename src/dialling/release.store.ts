import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { ringBell } from './call-bell.ts';

/** Orders of these instances that are due and not being dialled, the longest waiting first; locked. */
export const lockOverdue = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
  now: Temporal.Instant,
): Promise<{ id: string; untried: boolean }[]> => {
  const { rows } = await sql<{ id: string; untried: boolean }>`
    WITH locked AS (
      SELECT o.id, o.unsure_since IS NULL AS untried, b.due_at
      FROM ordered_calls o JOIN ordered_call_outbox b ON b.clinic_id = ${trx.clinicId} AND b.order_id = o.id
      WHERE o.clinic_id = ${trx.clinicId} AND o.instance_id = ANY(${instanceIds}::uuid[]) AND o.status = 'waiting'
        AND b.due_at <= ${now}
      ORDER BY b.order_id FOR UPDATE OF b)
    SELECT id, untried FROM locked ORDER BY due_at, id`.execute(trx);
  return rows;
};

/** One after the other within so many seconds. */
export const spreadOrders = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  seconds: number,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH planned AS (
      SELECT id, ${now}::timestamptz + make_interval(secs => (place - 1)::float8 / ${ids.length} * ${seconds}) AS due_at
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS r(id, place)
    ), told AS (
      UPDATE ordered_calls o SET due_at = p.due_at FROM planned p WHERE o.clinic_id = ${trx.clinicId} AND o.id = p.id
    ), waiting AS (
      UPDATE ordered_call_outbox b SET due_at = p.due_at FROM planned p
      WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = p.id)
    SELECT ${ringBell}`.execute(trx);
};
