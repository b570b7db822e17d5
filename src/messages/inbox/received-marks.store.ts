import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';

export const selectMark = async (
  trx: ClinicTransaction,
  phoneNumber: string,
): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ until: Temporal.Instant }>`
    SELECT until FROM received_marks WHERE clinic_id = ${trx.clinicId} AND phone_number = ${phoneNumber}`.execute(
    trx,
  );
  return rows[0]?.until ?? null;
};

/** A mark never goes back: another worker may have come further. */
export const moveMark = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  until: Temporal.Instant,
): Promise<void> => {
  await sql`INSERT INTO received_marks (clinic_id, phone_number, until) VALUES (${trx.clinicId}, ${phoneNumber}, ${until})
    ON CONFLICT (clinic_id, phone_number) DO UPDATE SET until = greatest(received_marks.until, excluded.until)`.execute(
    trx,
  );
};
