import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '../../clinics/rules/language.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Channel } from '../rules/message-order.ts';
import type { Question } from '../rules/word-for.ts';

/** The people with a number, or one person, and the children they answer for. */
export type Correspondent = {
  patientId: string;
  givenName: string;
  preferredName: string | null;
  language: Language | null;
  /** has the number themselves, and not from who answers for them */
  own: boolean;
};

export const selectCorrespondents = async (
  trx: ClinicTransaction,
  from: { number: string } | { patientId: string },
): Promise<Correspondent[]> => {
  const owners =
    'number' in from
      ? sql`SELECT patient_id AS id FROM patient_phone_numbers WHERE clinic_id = ${trx.clinicId} AND phone_number = ${from.number}`
      : sql`SELECT ${from.patientId}::uuid AS id`;
  const { rows } = await sql<Correspondent>`
    WITH owners AS (
      ${owners}
    ), everybody AS (
      SELECT o.id, NOT EXISTS (SELECT FROM patient_guardians g JOIN owners a ON a.id = g.guardian_id
        WHERE g.clinic_id = ${trx.clinicId} AND g.patient_id = o.id) AS own FROM owners o
      UNION ALL
      SELECT g.patient_id, false FROM owners o
      JOIN patient_guardians g ON g.clinic_id = ${trx.clinicId} AND g.guardian_id = o.id AND g.speaks_for
    )
    SELECT p.id AS "patientId", p.given_name AS "givenName", p.preferred_name AS "preferredName", p.language, bool_or(e.own) AS own
    FROM everybody e JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = e.id AND p.merged_into IS NULL AND p.archived_at IS NULL
    GROUP BY p.clinic_id, p.id ORDER BY p.id`.execute(trx);
  return rows;
};

export type ComingVisit = { id: string; patientId: string; startsAt: Temporal.Instant; status: string };

/** Appointments of these people from now on, soonest first. */
export const selectComing = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
  now: Temporal.Instant,
): Promise<ComingVisit[]> => {
  const { rows } = await sql<ComingVisit>`
    SELECT id, patient_id AS "patientId", starts_at AS "startsAt", status FROM appointments
    WHERE clinic_id = ${trx.clinicId} AND patient_id = ANY(${patientIds}::uuid[]) AND starts_at > ${now}
    ORDER BY starts_at, id LIMIT 50`.execute(trx);
  return rows;
};

/** The conversation, locked: two messages of one number come one after the other. */
export const lockConversation = async (
  trx: ClinicTransaction,
  id: string,
): Promise<{ patientId: string | null; status: 'open' | 'closed' }> => {
  const { rows } = await sql<{ patientId: string | null; status: 'open' | 'closed' }>`
    SELECT patient_id AS "patientId", status FROM conversations WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(
    trx,
  );
  return rows[0]!;
};

export type InboundMessage = {
  conversationId: string;
  channel: Channel;
  key: string;
  sid: string | null;
  patientId: string | null;
  ownAddress: string | null;
  body: string;
  appointmentId?: string;
};

/** @returns null: it is here already */
export const insertInbound = async (
  trx: ClinicTransaction,
  message: InboundMessage,
  now: Temporal.Instant,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO messages (clinic_id, id, key, conversation_id, direction, channel, purpose, patient_id, cause, body, status, due_at,
      sender, carrier_sid, appointment_id, created_at)
    VALUES (${trx.clinicId}, ${randomUUIDv7()}, ${message.key}, ${message.conversationId}, 'inbound', ${message.channel}, 'reply',
      ${message.patientId}, '{"kind":"person"}', ${message.body}, 'received', ${now}, ${message.ownAddress}, ${message.sid}, ${message.appointmentId ?? null}, ${now})
    ON CONFLICT (clinic_id, key) DO NOTHING RETURNING id`.execute(trx);
  return rows[0]?.id ?? null;
};

/** How far back a reply may reach. */
const daysToAnswer = 21;

/** What we wrote since they wrote last, newest first. */
export const selectQuestions = async (
  trx: ClinicTransaction,
  conversationId: string,
  inboundId: string,
  now: Temporal.Instant,
): Promise<Question[]> => {
  const { rows } = await sql<Question>`
    SELECT m.id, m.patient_id AS "patientId", m.appointment_id AS "appointmentId", m.instance_id AS "instanceId",
      m.together_with AS "togetherWith" FROM messages m
    WHERE m.clinic_id = ${trx.clinicId} AND m.conversation_id = ${conversationId} AND m.direction = 'outbound'
      AND m.status IN ('sending', 'sent', 'delivered', 'unknown') AND m.created_at > ${now.subtract({ hours: 24 * daysToAnswer })}
      AND m.purpose NOT IN ('reply', 'opt-out-confirmation')
      AND m.created_at > coalesce((SELECT max(i.created_at) FROM messages i WHERE i.clinic_id = m.clinic_id
        AND i.conversation_id = m.conversation_id AND i.direction = 'inbound' AND i.id <> ${inboundId}
        AND i.understood IS DISTINCT FROM 'thanks'), '-infinity')
    ORDER BY m.created_at DESC, m.id DESC LIMIT 20`.execute(trx);
  return rows;
};

/** Writes down what a message meant, and what it makes of its conversation. */
export const writeUnderstood = async (
  trx: ClinicTransaction,
  {
    id,
    conversationId,
    ...found
  }: {
    id: string;
    conversationId: string;
    meaning: string;
    openReason: string | null;
    ownAddress: string | null;
    patientId: string | null;
  },
  now: Temporal.Instant,
): Promise<void> => {
  const opens = found.openReason !== null;
  await sql`
    WITH understood AS (
      UPDATE messages SET understood = ${found.meaning}, reason = ${found.openReason} WHERE clinic_id = ${trx.clinicId} AND id = ${id})
    UPDATE conversations SET last_message_at = ${now}, own_address = coalesce(${found.ownAddress}, own_address),
      patient_id = coalesce(patient_id, ${found.patientId}::uuid),
      status = CASE WHEN ${opens} THEN 'open' ELSE status END,
      waits_since = CASE WHEN ${opens} THEN coalesce(waits_since, ${now}) ELSE waits_since END,
      unread = CASE WHEN ${opens} OR status = 'open' THEN unread + 1 ELSE unread END
    WHERE clinic_id = ${trx.clinicId} AND id = ${conversationId}`.execute(trx);
};
