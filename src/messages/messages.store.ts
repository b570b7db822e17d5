import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { Purpose } from '../consent/rules/contact-request.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { MessageCause, MessageReason, TemplateValues } from './rules/message-order.ts';

/** A row as it is entered. Instants as text: many travel as one JSON document. */
export type NewMessage = {
  id: string;
  key: string;
  conversation_id: string | null;
  channel: string;
  purpose: Purpose;
  patient_id: string | null;
  recipient_id: string | null;
  appointment_id: string | null;
  instance_id: string | null;
  cause: MessageCause;
  template_id: string | null;
  template_values: TemplateValues | null;
  language: Language;
  subject: string | null;
  body: string | null;
  status: 'waiting' | 'failed';
  reason: MessageReason | null;
  due_at: string;
  expires_at: string | null;
  needs_standing: boolean;
};

const selectIds = async (trx: ClinicTransaction, keys: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ key: string; id: string }>`
    SELECT key, id FROM messages WHERE clinic_id = ${trx.clinicId} AND key = ANY(${keys}::text[])`.execute(
    trx,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
};

/** Enters those whose keys are new. @returns the ids of the messages with these keys, old and new */
export const insertMessages = async (
  trx: ClinicTransaction,
  messages: readonly NewMessage[],
  now: Temporal.Instant,
): Promise<{ ids: Map<string, string>; fresh: Set<string> }> => {
  const { rows: added } = await sql<{ key: string; id: string }>`
    INSERT INTO messages (clinic_id, id, key, conversation_id, direction, channel, purpose, patient_id, recipient_id, appointment_id,
      instance_id, cause, template_id, template_values, language, subject, body, status, reason, due_at, expires_at, needs_standing, created_at)
    SELECT ${trx.clinicId}, r.id, r.key, r.conversation_id, 'outbound', r.channel, r.purpose, r.patient_id, r.recipient_id, r.appointment_id,
      r.instance_id, r.cause, r.template_id, r.template_values, r.language, r.subject, r.body, r.status, r.reason, r.due_at, r.expires_at,
      r.needs_standing, ${now}
    FROM jsonb_populate_recordset(NULL::messages, ${JSON.stringify(messages)}::jsonb) r
    ORDER BY r.key
    ON CONFLICT (clinic_id, key) DO NOTHING
    RETURNING key, id`.execute(trx);
  const ids = new Map(added.map(({ key, id }) => [key, id]));
  const fresh = new Set(ids.values());
  const known = messages.map(({ key }) => key).filter((key) => !ids.has(key));
  // A statement of its own: what another transaction entered while the insert waited for it is not in the insert's sight.
  if (known.length > 0) for (const [key, id] of await selectIds(trx, known)) ids.set(key, id);
  return { ids, fresh };
};

export const selectConversationOf = async (
  trx: ClinicTransaction,
  messageId: string,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`
    SELECT conversation_id AS id FROM messages WHERE clinic_id = ${trx.clinicId} AND id = ${messageId}`.execute(
    trx,
  );
  return rows[0]?.id ?? null;
};
