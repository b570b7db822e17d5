import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { StatusChange } from '../rules/decide-status.ts';
import type { Channel } from '../rules/message-order.ts';
import { lockPlanned } from './outbox.store.ts';

export type MessageOnTheWay = {
  id: string;
  key: string;
  status: string;
  channel: Channel;
  carrierSid: string | null;
  pastSids: string[];
  expiresAt: Temporal.Instant | null;
  instanceId: string | null;
  recipientId: string | null;
  address: string;
  /** what it is planned under when it left with others of a family */
  family: string | null;
};

export const lockMessage = async (trx: ClinicTransaction, id: string): Promise<MessageOnTheWay | null> => {
  await lockPlanned(trx, [id]);
  const { rows } = await sql<MessageOnTheWay>`
    SELECT m.id, m.key, m.status, m.channel, m.carrier_sid AS "carrierSid", m.past_sids AS "pastSids", m.expires_at AS "expiresAt",
      m.instance_id AS "instanceId", m.recipient_id AS "recipientId", c.address,
      m.conversation_id || ' ' || m.template_id AS family
    FROM messages m JOIN conversations c ON c.clinic_id = m.clinic_id AND c.id = m.conversation_id
    WHERE m.clinic_id = ${trx.clinicId} AND m.id = ${id} AND m.direction = 'outbound' FOR UPDATE OF m`.execute(
    trx,
  );
  return rows[0] ?? null;
};

export const writeStatus = async (
  trx: ClinicTransaction,
  id: string,
  { status, reason, errorCode, carrierSid, pastSids }: Omit<StatusChange, 'fact' | 'again'>,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH gone AS (DELETE FROM message_outbox WHERE clinic_id = ${trx.clinicId} AND message_id = ${id})
    UPDATE messages SET status = ${status}, reason = ${reason}, error_code = ${errorCode}, carrier_sid = ${carrierSid},
      past_sids = ${[...pastSids]}::text[], unsure_since = NULL,
      sent_at = CASE WHEN ${status} IN ('sent', 'delivered') THEN coalesce(sent_at, ${now}) ELSE sent_at END,
      delivered_at = CASE WHEN ${status} = 'delivered' THEN ${now}::timestamptz ELSE delivered_at END
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};

/** Messages that the carrier took and has said nothing of since, oldest first. */
export const selectSilent = async (
  trx: ClinicTransaction,
  { before, after }: { before: Temporal.Instant; after: Temporal.Instant },
  limit: number,
): Promise<{ id: string; carrierSid: string }[]> => {
  const { rows } = await sql<{ id: string; carrierSid: string }>`
    SELECT id, carrier_sid AS "carrierSid" FROM messages
    WHERE clinic_id = ${trx.clinicId} AND status = 'sent' AND carrier_sid IS NOT NULL AND sent_at BETWEEN ${after} AND ${before}
    ORDER BY sent_at LIMIT ${limit}`.execute(trx);
  return rows;
};
