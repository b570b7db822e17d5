import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';

/** Clinics that may have instances whose time has come. */
export const selectClinicsToWake = async (
  database: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ clinic_id: string }>`
    SELECT DISTINCT clinic_id FROM (
      SELECT clinic_id FROM clinic_wakes WHERE minute <= ${now} ORDER BY minute LIMIT ${limit * 20}) due LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ clinic_id }) => clinic_id);
};

export const selectNextWake = async (
  database: Database,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ minute: Temporal.Instant | null }>`
    SELECT min(minute) AS minute FROM clinic_wakes WHERE minute > ${after}`.execute(database);
  return rows[0]?.minute ?? null;
};

/** Longer than any transaction that still relies on a minute which another put down. */
const surelyOver = { minutes: 10 };

/** Takes minutes away that are long over, once nothing of them is left. */
export const clearWakes = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<void> => {
  const over = now.subtract(surelyOver);
  await sql`
    DELETE FROM clinic_wakes WHERE clinic_id = ${trx.clinicId} AND minute <= ${over} AND NOT EXISTS (
      SELECT FROM instance_wakes k WHERE k.clinic_id = ${trx.clinicId} AND k.wake_at <= ${over})`.execute(
    trx,
  );
};

/** Puts the minutes of all waiting instances down again: after many were changed at once. */
export const putWakesDown = async (trx: ClinicTransaction): Promise<void> => {
  await sql`
    INSERT INTO clinic_wakes (clinic_id, minute)
    SELECT DISTINCT clinic_id, date_trunc('minute', wake_at) FROM instance_wakes
    WHERE clinic_id = ${trx.clinicId} ORDER BY 2
    ON CONFLICT DO NOTHING`.execute(trx);
};
