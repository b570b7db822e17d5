import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Settlement } from '../rules/send-outcome.ts';
import { lockPlanned } from './outbox.store.ts';

type Row = Omit<Settlement, 'fact' | 'dueAt'> & { id: string; dueAt: string | null };

/**
 * Writes what attempts came to. A message that a status callback has moved on in the meantime is left as it is. Everything
 * is locked in the order of ids, as two workers may have messages of the same conversations.
 * @returns those that were changed
 */
export const writeSettlements = async (
  trx: ClinicTransaction,
  rows: readonly Row[],
  now: Temporal.Instant,
): Promise<Set<string>> => {
  await lockPlanned(
    trx,
    rows.map(({ id }) => id),
  );
  const { rows: changed } = await sql<{ id: string }>`
    WITH settled AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, status text, reason text, "errorCode" integer, sid text, "dueAt" timestamptz, unsure boolean, counts boolean)
    ), changed AS (
      UPDATE messages m SET status = s.status, reason = s.reason, error_code = s."errorCode",
        carrier_sid = coalesce(s.sid, m.carrier_sid), unsure_since = CASE WHEN s.unsure THEN m.unsure_since END,
        sent_at = CASE WHEN s.status = 'sent' THEN ${now}::timestamptz ELSE m.sent_at END,
        attempts = m.attempts - (NOT s.counts)::integer
      FROM settled s WHERE m.clinic_id = ${trx.clinicId} AND m.id = s.id AND m.status = 'sending'
      RETURNING m.id, m.status, m.conversation_id, s."dueAt"
    ), planned AS (
      UPDATE message_outbox o SET due_at = c."dueAt" FROM changed c
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = c.id AND c."dueAt" IS NOT NULL
    ), done AS (
      DELETE FROM message_outbox o USING changed c
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = c.id AND c."dueAt" IS NULL
    ), touched AS (
      UPDATE conversations v SET last_message_at = ${now}
      FROM (
        SELECT id FROM conversations WHERE clinic_id = ${trx.clinicId}
          AND id IN (SELECT conversation_id FROM changed WHERE status = 'sent')
        ORDER BY id FOR NO KEY UPDATE) c
      WHERE v.clinic_id = ${trx.clinicId} AND v.id = c.id AND v.last_message_at < ${now}
    )
    SELECT id FROM changed`.execute(trx);
  return new Set(changed.map(({ id }) => id));
};

/** Which of these the clinic knows already as messages of its own. */
export const selectKnownSids = async (
  trx: ClinicTransaction,
  sids: readonly string[],
): Promise<Set<string>> => {
  if (sids.length === 0) return new Set();
  const { rows } = await sql<{ sid: string }>`
    SELECT carrier_sid AS sid FROM messages WHERE clinic_id = ${trx.clinicId} AND carrier_sid = ANY(${sids}::text[])`.execute(
    trx,
  );
  return new Set(rows.map(({ sid }) => sid));
};

/**
 * Takes a message at the carrier for ours. @returns false: another of ours took it a moment before, or a callback has
 * told of this one meanwhile
 */
export const adoptSid = async (trx: ClinicTransaction, id: string, sid: string): Promise<boolean> => {
  // Two workers that look for two equal messages at once: the index lets one of them have it.
  const { rows } = await sql<{ id: string }>`
    UPDATE messages SET carrier_sid = ${sid} WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND status = 'sending'
      AND pg_try_advisory_xact_lock(hashtextextended(${`${trx.clinicId} ${sid}`}, 0))
      AND NOT EXISTS (SELECT FROM messages o WHERE o.clinic_id = ${trx.clinicId} AND o.carrier_sid = ${sid})
    RETURNING id`.execute(trx);
  return rows.length > 0;
};
