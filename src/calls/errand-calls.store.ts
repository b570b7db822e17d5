import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** @returns the carrier's name for this call; null: it has given it none yet. `over`: it has ended already */
export const selectPlaced = async (
  trx: ClinicTransaction,
  callId: string,
): Promise<{ sid: string | null; over: boolean } | null> => {
  const { rows } = await sql<{ sid: string | null; over: boolean }>`
    SELECT CASE WHEN carrier_sid NOT LIKE 'pending-%' THEN carrier_sid END AS sid, status = 'ended' AS over
    FROM call_logs WHERE clinic_id = ${trx.clinicId} AND id = ${callId}`.execute(trx);
  return rows[0] ?? null;
};

/** Which of these the product knows as legs of its own calls. */
export const selectKnownLegs = async (
  trx: ClinicTransaction,
  sids: readonly string[],
): Promise<Set<string>> => {
  if (sids.length === 0) return new Set();
  const { rows } = await sql<{ sid: string }>`
    SELECT carrier_sid AS sid FROM carrier_calls WHERE carrier_sid = ANY(${sids}::text[])`.execute(trx);
  return new Set(rows.map(({ sid }) => sid));
};

/** @returns false: the carrier has it after all */
export const deleteUnplaced = async (trx: ClinicTransaction, callId: string): Promise<boolean> => {
  const { rows } = await sql`
    DELETE FROM call_logs WHERE clinic_id = ${trx.clinicId} AND id = ${callId} AND carrier_sid LIKE 'pending-%' RETURNING id`.execute(
    trx,
  );
  return rows.length > 0;
};
