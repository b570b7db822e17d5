import { sql } from 'kysely';
import type { Language } from '../../clinics/rules/language.ts';
import type { Purpose } from '../../consent/rules/contact-request.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Channel } from '../rules/message-order.ts';

export type LinkedMessage = {
  channel: Channel;
  purpose: Purpose;
  /** where it was sent */
  address: string;
  recipientId: string | null;
  language: Language;
  sentAt: Temporal.Instant | null;
  instanceId: string | null;
  appointmentId: string | null;
};

export const selectLinkedMessage = async (
  trx: ClinicTransaction,
  id: string,
): Promise<LinkedMessage | null> => {
  const { rows } = await sql<LinkedMessage>`
    SELECT m.channel, m.purpose, c.address, m.recipient_id AS "recipientId", coalesce(m.language, k.language) AS language,
      m.sent_at AS "sentAt", m.instance_id AS "instanceId", m.appointment_id AS "appointmentId"
    FROM messages m
    JOIN conversations c ON c.clinic_id = m.clinic_id AND c.id = m.conversation_id
    JOIN clinics k ON k.id = m.clinic_id
    WHERE m.clinic_id = ${trx.clinicId} AND m.id = ${id}`.execute(trx);
  return rows[0] ?? null;
};
