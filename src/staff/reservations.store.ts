import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { notice } from '../platform/live-updates.ts';

/** Somebody who has never been busy or online has no row of their own yet that could be locked: the clinic's stands for it. */
export const lockClinic = async (trx: ClinicTransaction): Promise<void> => {
  await sql`SELECT 1 FROM clinics WHERE id = ${trx.clinicId} FOR NO KEY UPDATE`.execute(trx);
};

/** Makes exactly these staff members busy with the call, and everybody else free of it. @returns how many were freed */
export const updateReservations = async (
  trx: ClinicTransaction,
  callId: string,
  staffIds: readonly string[],
  now: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql<{ freed: number }>`
    WITH freed AS (
      UPDATE staff_call_availability SET busy_call_id = NULL, busy_since = NULL
      WHERE clinic_id = ${trx.clinicId} AND busy_call_id = ${callId} AND NOT staff_id = ANY(${staffIds}::uuid[])
      RETURNING 1
    ), taken AS (
      INSERT INTO staff_call_availability (clinic_id, staff_id, busy_call_id, busy_since)
      SELECT ${trx.clinicId}, unnest(${staffIds}::uuid[]), ${callId}, ${now.toString()}::timestamptz
      ON CONFLICT (clinic_id, staff_id) DO UPDATE SET busy_call_id = excluded.busy_call_id, busy_since = excluded.busy_since
      WHERE staff_call_availability.busy_call_id IS DISTINCT FROM excluded.busy_call_id
    )
    SELECT count(*)::int AS freed, ${notice({ clinicId: trx.clinicId, topic: 'staff', id: null })} FROM freed`.execute(
    trx,
  );
  return rows[0]?.freed ?? 0;
};
