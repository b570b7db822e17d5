import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';

/** Writes down the first time. @returns whether it was */
export const markOpened = async (
  trx: ClinicTransaction,
  messageId: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const { rows } = await sql`UPDATE messages SET opened_at = ${now}
    WHERE clinic_id = ${trx.clinicId} AND id = ${messageId} AND opened_at IS NULL RETURNING id`.execute(trx);
  return rows.length > 0;
};

/** The same for a click; who has clicked has opened it, whatever their mail program shows. */
export const markClicked = async (
  trx: ClinicTransaction,
  messageId: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const { rows } = await sql`UPDATE messages SET clicked_at = ${now}, opened_at = coalesce(opened_at, ${now})
    WHERE clinic_id = ${trx.clinicId} AND id = ${messageId} AND clicked_at IS NULL RETURNING id`.execute(trx);
  return rows.length > 0;
};

export const tracksEmail = async (trx: ClinicTransaction): Promise<boolean> => {
  const { rows } =
    await sql`SELECT FROM message_settings WHERE clinic_id = ${trx.clinicId} AND track_email`.execute(trx);
  return rows.length > 0;
};
