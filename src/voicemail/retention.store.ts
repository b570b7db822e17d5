import { sql, type RawBuilder } from 'kysely';
import { hoursInBin } from './rules/retention.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** Days that message `v`, left in call `c`, is kept: as the number called has it, or else the clinic. */
export const retentionDays = sql<number>`coalesce(
  (SELECT own.voicemail_retention_days FROM call_settings own
    WHERE own.clinic_id = v.clinic_id AND own.phone_number = c.to_number),
  (SELECT general.voicemail_retention_days FROM call_settings general
    WHERE general.clinic_id = v.clinic_id AND general.phone_number IS NULL),
  90)`;

/** Messages that are to be removed for good: kept long enough, or deleted long enough ago. */
const expired = (trx: ClinicTransaction, now: Temporal.Instant): RawBuilder<unknown> => sql`
  FROM voicemail_messages v JOIN call_logs c ON c.clinic_id = v.clinic_id AND c.id = v.call_id
  WHERE v.clinic_id = ${trx.clinicId} AND v.deleted_at IS NULL
    AND (v.received_at < ${now}::timestamptz - make_interval(hours => 24 * ${retentionDays})
      OR v.binned_at < ${now.subtract({ hours: hoursInBin })}::timestamptz)`;

export const countExpired = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count ${expired(trx, now)}`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
};

export const selectExpired = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT v.id ${expired(trx, now)} ORDER BY v.received_at LIMIT ${limit}`.execute(trx);
  return rows.map(({ id }) => id);
};
