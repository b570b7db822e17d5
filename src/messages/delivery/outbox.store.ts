import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../../platform/database/database.ts';
import { ringBell } from './message-bell.ts';

/** Plans deliveries and rings; a message that stands there already gets the new time. */
export const plan = async (
  trx: ClinicTransaction,
  entries: readonly {
    messageId: string;
    dueAt: string;
    /** the same for all that may leave as one */
    family?: string | null;
  }[],
): Promise<void> => {
  if (entries.length === 0) return;
  await sql`WITH planned AS (
      INSERT INTO message_outbox (clinic_id, message_id, due_at, family)
      SELECT ${trx.clinicId}, r.message_id, r.due_at, r.family
      FROM unnest(${entries.map(({ messageId }) => messageId)}::uuid[], ${entries.map(({ dueAt }) => dueAt)}::timestamptz[],
        ${entries.map(({ family }) => family ?? null)}::text[]) AS r(message_id, due_at, family)
      ORDER BY r.message_id
      ON CONFLICT (clinic_id, message_id) DO UPDATE SET due_at = excluded.due_at)
    SELECT ${ringBell}`.execute(trx);
};

/**
 * Locks these in the outbox. Whoever changes messages that may stand there does this first, because a worker that takes
 * them over begins there: two that began at different ends would wait for each other.
 */
export const lockPlanned = async (trx: ClinicTransaction, messageIds: readonly string[]): Promise<void> => {
  await sql`SELECT FROM message_outbox WHERE clinic_id = ${trx.clinicId} AND message_id = ANY(${messageIds}::uuid[])
    ORDER BY message_id FOR UPDATE`.execute(trx);
};

/** Clinics where a delivery is due. */
export const selectClinicsWithDue = async (
  database: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM clinics c WHERE EXISTS (
      SELECT FROM message_outbox o WHERE o.clinic_id = c.id AND NOT o.held AND o.due_at <= ${now}) LIMIT ${limit}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
};

/** @returns null: nothing is planned anywhere */
export const selectNextDue = async (database: Database): Promise<Temporal.Instant | null> => {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    SELECT min(due_at) AS at FROM message_outbox WHERE NOT held`.execute(database);
  return rows[0]?.at ?? null;
};
