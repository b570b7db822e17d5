import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import { ringBell } from './call-bell.ts';
import { lockPlanned } from './orders.store.ts';
import type { OrderOutcome } from './rules/call-outcome.ts';

export type Ending = {
  id: string;
  status: 'over' | 'withheld';
  outcome: OrderOutcome;
  reason: string | null;
  /** what the gate said, where it was asked just now */
  decisionId?: string | null;
};

/**
 * Ends orders; one that is over already stays as it is.
 * @returns the keys of those that were ended by this
 */
export const endOrders = async (
  trx: ClinicTransaction,
  endings: readonly Ending[],
  now: Temporal.Instant,
): Promise<{ key: string; outcome: OrderOutcome }[]> => {
  if (endings.length === 0) return [];
  await lockPlanned(
    trx,
    endings.map(({ id }) => id),
  );
  const { rows } = await sql<{ key: string; outcome: OrderOutcome }>`
    WITH ended AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) AS r(id uuid, status text, outcome text, reason text, "decisionId" uuid)
    ), over AS (
      UPDATE ordered_calls o SET status = e.status, outcome = e.outcome, reason = e.reason,
        decision_id = coalesce(e."decisionId", o.decision_id), unsure_since = NULL, over_at = ${now}
      FROM ended e WHERE o.clinic_id = ${trx.clinicId} AND o.id = e.id AND o.status IN ('waiting', 'dialling', 'under-way')
      RETURNING o.id, o.key, o.outcome
    ), gone AS (
      DELETE FROM ordered_call_outbox b USING over WHERE b.clinic_id = ${trx.clinicId} AND b.order_id = over.id
    ), told AS (
      INSERT INTO untold_call_outcomes (clinic_id, order_id) SELECT ${trx.clinicId}, id FROM over ON CONFLICT DO NOTHING)
    SELECT key, outcome, ${ringBell} FROM over`.execute(trx);
  return rows;
};

export const selectClinicsWithOutcomes = async (database: Database, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM clinics c
    WHERE EXISTS (SELECT FROM untold_call_outcomes u WHERE u.clinic_id = c.id) LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
};

export type ToldOutcome = { instanceId: string; key: string; outcome: OrderOutcome; reason: string | null };

export const takeOutcomes = async (trx: ClinicTransaction, limit: number): Promise<ToldOutcome[]> => {
  const { rows } = await sql<ToldOutcome>`
    WITH due AS (
      SELECT order_id FROM untold_call_outcomes WHERE clinic_id = ${trx.clinicId}
      ORDER BY order_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM untold_call_outcomes u USING due
      WHERE u.clinic_id = ${trx.clinicId} AND u.order_id = due.order_id RETURNING u.order_id
    )
    SELECT o.instance_id AS "instanceId", o.key, o.outcome, o.reason
    FROM taken t JOIN ordered_calls o ON o.clinic_id = ${trx.clinicId} AND o.id = t.order_id ORDER BY o.id`.execute(
    trx,
  );
  return rows;
};
