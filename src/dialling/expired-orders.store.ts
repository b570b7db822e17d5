import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** What is over and has been told of. @returns how many */
export const deleteExpiredOrders = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
  limit: number,
): Promise<number> => {
  const { rows } = await sql`
    DELETE FROM ordered_calls WHERE clinic_id = ${trx.clinicId} AND id IN (
      SELECT o.id FROM ordered_calls o
      WHERE o.clinic_id = ${trx.clinicId} AND o.created_at < ${before}::timestamptz
        AND o.status IN ('over', 'withheld', 'withdrawn')
        AND NOT EXISTS (SELECT FROM untold_call_outcomes u WHERE u.clinic_id = o.clinic_id AND u.order_id = o.id)
      ORDER BY o.created_at LIMIT ${limit})
    RETURNING 1`.execute(trx);
  return rows.length;
};
