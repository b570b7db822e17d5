import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ContactSettings, ContactSettingsView } from './rules/contact-settings.ts';

type Numbers = ContactSettingsView['numbers'];

/** A number without a row has what the columns of its row would begin with. */
export const selectNumberPaces = async (trx: ClinicTransaction): Promise<Numbers> => {
  const { rows } = await sql<Numbers[number]>`
    SELECT n.phone_number AS "phoneNumber", n.label, coalesce(m.per_minute, 240) AS "messagesPerMinute", m.daily_cap AS "messagesPerDay",
      coalesce(c.per_minute, 60) AS "callsPerMinute", coalesce(c.at_once, 5) AS "callsAtOnce", c.daily_cap AS "callsPerDay"
    FROM clinic_phone_numbers n
    LEFT JOIN message_senders m ON m.clinic_id = n.clinic_id AND m.address = n.phone_number
    LEFT JOIN call_senders c ON c.clinic_id = n.clinic_id AND c.phone_number = n.phone_number
    WHERE n.clinic_id = ${trx.clinicId} ORDER BY n.created_at, n.phone_number`.execute(trx);
  return rows;
};

export const selectMessageSettings = async (
  trx: ClinicTransaction,
): Promise<Omit<ContactSettingsView, 'numbers'>> => {
  const { rows } = await sql<Omit<ContactSettingsView, 'numbers'>>`
    SELECT c.currency, coalesce(s.segment_price_micros, 8300) AS "segmentPriceMicros", s.postal_address AS "postalAddress",
      coalesce(s.track_email, false) AS "trackEmail"
    FROM clinics c LEFT JOIN message_settings s ON s.clinic_id = c.id WHERE c.id = ${trx.clinicId}`.execute(
    trx,
  );
  return rows[0]!;
};

export const saveMessageSettings = async (
  trx: ClinicTransaction,
  { segmentPriceMicros, postalAddress, trackEmail }: ContactSettings,
): Promise<void> => {
  await sql`
    INSERT INTO message_settings (clinic_id, segment_price_micros, postal_address, track_email)
    VALUES (${trx.clinicId}, ${segmentPriceMicros}, ${postalAddress}, ${trackEmail})
    ON CONFLICT (clinic_id) DO UPDATE SET segment_price_micros = excluded.segment_price_micros,
      postal_address = excluded.postal_address, track_email = excluded.track_email`.execute(trx);
};

/** What has left already stays counted. */
export const saveNumberPaces = async (
  trx: ClinicTransaction,
  numbers: ContactSettings['numbers'],
): Promise<void> => {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS r("phoneNumber" text, "messagesPerMinute" integer,
    "messagesPerDay" integer, "callsPerMinute" integer, "callsAtOnce" integer, "callsPerDay" integer)`;
  await sql`
    INSERT INTO message_senders (clinic_id, address, per_minute, daily_cap)
    SELECT ${trx.clinicId}, r."phoneNumber", r."messagesPerMinute", r."messagesPerDay" FROM ${rows} ORDER BY 2
    ON CONFLICT (clinic_id, address) DO UPDATE SET per_minute = excluded.per_minute, daily_cap = excluded.daily_cap`.execute(
    trx,
  );
  await sql`
    INSERT INTO call_senders (clinic_id, phone_number, per_minute, at_once, daily_cap)
    SELECT ${trx.clinicId}, r."phoneNumber", r."callsPerMinute", r."callsAtOnce", r."callsPerDay" FROM ${rows} ORDER BY 2
    ON CONFLICT (clinic_id, phone_number) DO UPDATE SET per_minute = excluded.per_minute, at_once = excluded.at_once,
      daily_cap = excluded.daily_cap`.execute(trx);
};
