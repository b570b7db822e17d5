import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

/** Calls that are over and of which no voicemail is kept: a message outlives neither its call nor its own time. */
const expired = (trx: ClinicTransaction, before: Temporal.Instant): RawBuilder<unknown> => sql`
  c.clinic_id = ${trx.clinicId} AND c.status = 'ended' AND c.started_at < ${before}::timestamptz
  AND NOT EXISTS (SELECT 1 FROM voicemail_messages v
    WHERE v.clinic_id = c.clinic_id AND v.call_id = c.id AND v.deleted_at IS NULL)`;

export const countExpiredCalls = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM call_logs c WHERE ${expired(trx, before)}`.execute(trx);
  return rows[0]?.count ?? 0;
};

/** With their history and receipts. @returns how many */
export const deleteExpiredCalls = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
  limit: number,
): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    WITH gone AS (
      DELETE FROM call_logs WHERE clinic_id = ${trx.clinicId} AND id IN (
        SELECT c.id FROM call_logs c WHERE ${expired(trx, before)} ORDER BY c.started_at LIMIT ${limit})
      RETURNING id),
    legs AS (
      DELETE FROM carrier_calls WHERE clinic_id = ${trx.clinicId} AND call_id IN (SELECT id FROM gone))
    SELECT id FROM gone`.execute(trx);
  return rows.length;
};

export const countExpiredReceipts = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM webhook_receipts
    WHERE clinic_id = ${trx.clinicId} AND at < ${before}::timestamptz`.execute(trx);
  return rows[0]?.count ?? 0;
};

export const deleteExpiredReceipts = async (
  trx: ClinicTransaction,
  before: Temporal.Instant,
  limit: number,
): Promise<number> => {
  const { rows } = await sql`
    DELETE FROM webhook_receipts WHERE clinic_id = ${trx.clinicId} AND key IN (
      SELECT key FROM webhook_receipts
      WHERE clinic_id = ${trx.clinicId} AND at < ${before}::timestamptz ORDER BY at LIMIT ${limit})
    RETURNING 1`.execute(trx);
  return rows.length;
};
