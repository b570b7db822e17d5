import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

type Wanted = {
  since: Temporal.Instant;
  what: 'missed' | 'all';
  /** id of an event: those up to it are done */ after: string | null;
  limit: number;
};

/**
 * Queues events of a webhook's kinds since a moment, in the order they were recorded; those that were never queued too.
 * `missed` leaves alone what has arrived and what is still being tried.
 * @returns what is to be sent, and the event after which to go on; null: that was all
 */
export const queueAgain = async (
  trx: ClinicTransaction,
  { id: webhookId, kinds }: { id: string; kinds: readonly string[] },
  { since, what, after, limit }: Wanted,
): Promise<{ deliveryIds: string[]; lastEventId: string | null }> => {
  const { rows: events } = await sql<{ id: string }>`
    SELECT id FROM events
    WHERE clinic_id = ${trx.clinicId} AND recorded_at >= ${since}
      AND (cardinality(${kinds}::text[]) = 0 OR kind = ANY(${kinds}::text[]))
      ${after === null ? sql`` : sql`AND id > ${after}::uuid`}
    ORDER BY id LIMIT ${limit}`.execute(trx);
  const fresh = events.map(({ id }) => ({ eventId: id, id: randomUUIDv7() }));
  const { rows: queued } = await sql<{ id: string }>`
    INSERT INTO webhook_deliveries AS d (clinic_id, id, webhook_id, event_id)
    SELECT ${trx.clinicId}, r.id, ${webhookId}, r."eventId"
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS r(id uuid, "eventId" uuid)
    ON CONFLICT (clinic_id, webhook_id, event_id) DO UPDATE SET status = 'pending', attempts = 0, next_attempt_at = NULL
      WHERE ${what === 'all' ? sql`true` : sql`d.status = 'failed'`}
    RETURNING id`.execute(trx);
  return {
    deliveryIds: queued.map(({ id }) => id),
    lastEventId: events.length < limit ? null : (events.at(-1)?.id ?? null),
  };
};
