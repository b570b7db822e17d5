import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { CallState } from './rules/call-state.ts';

/** Callers who hear waiting music, emergencies first, then longest first, and the clinic's number they called. */
export const waitingCalls = async (
  trx: ClinicTransaction,
): Promise<{ id: string; clinicNumber: string; state: CallState }[]> => {
  const { rows } = await sql<{ id: string; clinicNumber: string; state: CallState }>`
    SELECT id, CASE direction WHEN 'inbound' THEN to_number ELSE from_number END AS "clinicNumber", state
    FROM call_logs WHERE clinic_id = ${trx.clinicId} AND status = 'waiting'
    ORDER BY emergency IS NULL, (state->'wish'->>'waitingSince')::timestamptz, id LIMIT 500`.execute(trx);
  return rows;
};

export const anybodyWaits = async (trx: ClinicTransaction): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM call_logs WHERE clinic_id = ${trx.clinicId} AND status = 'waiting' LIMIT 1`.execute(trx);
  return rows.length > 0;
};

/** Calls we think are running although nothing has been heard of them for a while, over all clinics. */
export const silentCalls = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
): Promise<{ id: string; carrierSid: string; state: CallState }[]> => {
  const rows = await trx
    .selectFrom('call_logs')
    .select(['id', 'carrier_sid', 'state'])
    .where('clinic_id', '=', trx.clinicId)
    .where('status', '<>', 'ended')
    .where('last_fact_at', '<', before)
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    carrierSid: row.carrier_sid,
    state: row.state as unknown as CallState,
  }));
};

export const countUnfinished = async (trx: ClinicTransaction): Promise<number> => {
  const { count } = await trx
    .selectFrom('call_logs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('clinic_id', '=', trx.clinicId)
    .where('status', '<>', 'ended')
    .executeTakeFirstOrThrow();
  return count;
};
