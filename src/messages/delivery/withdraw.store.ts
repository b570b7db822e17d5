import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';

/**
 * A message of which an attempt was made may have left already: its carrier is asked first, so it stays. Locks the outbox
 * before the messages, as the delivery does.
 */
export const withdrawWaiting = async (
  trx: ClinicTransaction,
  instanceIds: readonly string[],
): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    WITH planned AS (
      SELECT o.message_id FROM messages m
      JOIN message_outbox o ON o.clinic_id = ${trx.clinicId} AND o.message_id = m.id
      WHERE m.clinic_id = ${trx.clinicId} AND m.instance_id = ANY(${instanceIds}::uuid[]) AND m.status = 'waiting'
      ORDER BY o.message_id FOR UPDATE OF o
    ), withdrawn AS (
      UPDATE messages m SET status = 'withdrawn', reason = 'withdrawn' FROM planned p
      WHERE m.clinic_id = ${trx.clinicId} AND m.id = p.message_id AND m.status = 'waiting' AND m.unsure_since IS NULL
      RETURNING m.id
    ), gone AS (
      DELETE FROM message_outbox o USING withdrawn w WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = w.id
    )
    SELECT id FROM withdrawn`.execute(trx);
  return rows.length;
};
