import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Pace } from '../messages/rules/pace.ts';

/** The number's pace and how many calls it may still have at once, locked: workers come one after the other. */
export const lockSender = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  day: string,
): Promise<Pace & { room: number }> => {
  await sql`INSERT INTO call_senders (clinic_id, phone_number) VALUES (${trx.clinicId}, ${phoneNumber}) ON CONFLICT DO NOTHING`.execute(
    trx,
  );
  const { rows } = await sql<Pace & { atOnce: number }>`
    SELECT per_minute AS "perMinute", daily_cap AS "dailyCap", nullif(free_at, '-infinity') AS "freeAt", at_once AS "atOnce",
      CASE WHEN day = ${day}::date THEN dialled_on_day ELSE 0 END AS "sentToday"
    FROM call_senders WHERE clinic_id = ${trx.clinicId} AND phone_number = ${phoneNumber} FOR UPDATE`.execute(
    trx,
  );
  const { rows: busy } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM ordered_calls
    WHERE clinic_id = ${trx.clinicId} AND status IN ('dialling', 'under-way')`.execute(trx);
  const { atOnce, ...pace } = rows[0]!;
  return { ...pace, room: Math.max(0, atOnce - busy[0]!.count) };
};

export const keepPace = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  { day, sentToday, freeAt }: { day: string; sentToday: number; freeAt: Temporal.Instant },
): Promise<void> => {
  await sql`UPDATE call_senders SET free_at = ${freeAt}, day = ${day}::date, dialled_on_day = ${sentToday}
    WHERE clinic_id = ${trx.clinicId} AND phone_number = ${phoneNumber}`.execute(trx);
};

/** How many calls this number may make in a day and has made on this one; null: it has made none yet. */
export const selectDay = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  day: string,
): Promise<Pick<Pace, 'dailyCap' | 'sentToday'> | null> => {
  const { rows } = await sql<Pick<Pace, 'dailyCap' | 'sentToday'>>`
    SELECT daily_cap AS "dailyCap", CASE WHEN day = ${day}::date THEN dialled_on_day ELSE 0 END AS "sentToday"
    FROM call_senders WHERE clinic_id = ${trx.clinicId} AND phone_number = ${phoneNumber}`.execute(trx);
  return rows[0] ?? null;
};
