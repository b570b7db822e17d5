import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Pace } from '../rules/pace.ts';

/** The sender's pace, locked: workers that want to write from one number come one after the other. */
export const lockPace = async (trx: ClinicTransaction, sender: string, day: string): Promise<Pace> => {
  await sql`INSERT INTO message_senders (clinic_id, address) VALUES (${trx.clinicId}, ${sender}) ON CONFLICT DO NOTHING`.execute(
    trx,
  );
  const { rows } = await sql<Pace>`
    SELECT per_minute AS "perMinute", daily_cap AS "dailyCap", nullif(free_at, '-infinity') AS "freeAt",
      CASE WHEN day = ${day}::date THEN sent_on_day ELSE 0 END AS "sentToday"
    FROM message_senders WHERE clinic_id = ${trx.clinicId} AND address = ${sender} FOR UPDATE`.execute(trx);
  return rows[0]!;
};

export const keepPace = async (
  trx: ClinicTransaction,
  sender: string,
  { day, sentToday, freeAt }: { day: string; sentToday: number; freeAt: Temporal.Instant },
): Promise<void> => {
  await sql`UPDATE message_senders SET free_at = ${freeAt}, day = ${day}::date, sent_on_day = ${sentToday}
    WHERE clinic_id = ${trx.clinicId} AND address = ${sender}`.execute(trx);
};

/** How much this number may write in a day and has written on this one; null: it has not written yet. */
export const selectDay = async (
  trx: ClinicTransaction,
  sender: string,
  day: string,
): Promise<Pick<Pace, 'dailyCap' | 'sentToday'> | null> => {
  const { rows } = await sql<Pick<Pace, 'dailyCap' | 'sentToday'>>`
    SELECT daily_cap AS "dailyCap", CASE WHEN day = ${day}::date THEN sent_on_day ELSE 0 END AS "sentToday"
    FROM message_senders WHERE clinic_id = ${trx.clinicId} AND address = ${sender}`.execute(trx);
  return rows[0] ?? null;
};
