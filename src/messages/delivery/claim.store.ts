import { sql, type RawBuilder } from 'kysely';
import type { Purpose } from '../../consent/rules/contact-request.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Channel, MessageCause, TemplateValues } from '../rules/message-order.ts';

export type DueRow = {
  id: string;
  key: string;
  conversationId: string;
  instanceId: string | null;
  channel: Channel;
  purpose: Purpose;
  patientId: string | null;
  recipientId: string | null;
  appointmentId: string | null;
  templateId: string | null;
  templateValues: TemplateValues | null;
  language: 'en' | 'de';
  subject: string | null;
  body: string | null;
  status: 'waiting' | 'sending';
  expiresAt: Temporal.Instant | null;
  needsStanding: boolean;
  appointmentStatus: string | null;
  attempts: number;
  unsureSince: Temporal.Instant | null;
  pastSids: string[];
  address: string;
  /** the number this conversation is held with, when the clinic still has it */
  ownNumber: string | null;
  sender: string | null;
  decisionId: string | null;
  /** the sender's pace has given it this moment */
  hasSlot: boolean;
  cause: MessageCause;
  /** when they wrote what this answers */
  lastInboundAt: Temporal.Instant | null;
  /** this address has told us to stop; asked only where there is no person whom the gate could ask about */
  addressOptedOut: boolean;
  createdAt: Temporal.Instant;
  /** of the appointment */
  startsAt: Temporal.Instant | null;
  /** the same for all that may leave as one */
  family: string | null;
  /** of the workflow that wanted it: it has ended for this person or was put away, or is paused */
  workflowIs: 'over' | 'paused' | null;
};

const selectRows = async (trx: ClinicTransaction, due: RawBuilder<unknown>): Promise<DueRow[]> => {
  const { rows } = await sql<DueRow>`
    WITH due AS (${due})
    SELECT m.id, m.key, m.conversation_id AS "conversationId", m.instance_id AS "instanceId", m.channel, m.purpose,
      m.patient_id AS "patientId", m.recipient_id AS "recipientId", m.appointment_id AS "appointmentId",
      m.template_id AS "templateId", m.template_values AS "templateValues", m.language, m.subject, m.body, m.status,
      m.expires_at AS "expiresAt", m.needs_standing AS "needsStanding", a.status AS "appointmentStatus", m.attempts,
      m.unsure_since AS "unsureSince", m.past_sids AS "pastSids", c.address, n.phone_number AS "ownNumber", m.sender,
      m.decision_id AS "decisionId", m.cause, due.has_slot AS "hasSlot", m.created_at AS "createdAt", a.starts_at AS "startsAt",
      due.family,
      CASE WHEN i.status = 'exited' OR w.status = 'archived' THEN 'over' WHEN w.status = 'paused' THEN 'paused' END AS "workflowIs",
      CASE WHEN m.cause ->> 'kind' = 'reply' THEN (SELECT i.created_at FROM messages i
          WHERE i.clinic_id = m.clinic_id AND i.id = (m.cause ->> 'messageId')::uuid)
        WHEN m.purpose = 'reply' THEN (SELECT max(i.created_at) FROM messages i WHERE i.clinic_id = m.clinic_id
          AND i.conversation_id = m.conversation_id AND i.direction = 'inbound') END AS "lastInboundAt",
      m.recipient_id IS NULL AND EXISTS (SELECT FROM contact_opt_outs o WHERE o.clinic_id = m.clinic_id AND o.address = c.address
        AND (o.channel IS NULL OR o.channel = c.channel) AND o.lifted_at IS NULL) AS "addressOptedOut"
    FROM due
    JOIN messages m ON m.clinic_id = ${trx.clinicId} AND m.id = due.message_id
    JOIN conversations c ON c.clinic_id = m.clinic_id AND c.id = m.conversation_id
    LEFT JOIN clinic_phone_numbers n ON n.phone_number = c.own_address AND n.clinic_id = m.clinic_id
    LEFT JOIN appointments a ON a.clinic_id = m.clinic_id AND a.id = m.appointment_id
    LEFT JOIN workflow_instances i ON i.clinic_id = m.clinic_id AND i.id = m.instance_id
    LEFT JOIN workflows w ON w.clinic_id = m.clinic_id AND w.id = i.workflow_id
    ORDER BY due.due_at, m.id`.execute(trx);
  return rows;
};

/**
 * What is due, the longest waiting first, locked until the transaction ends.
 * @param families those that this transaction has locked; messages of others are left to who has
 */
export const selectDue = (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  families: readonly string[],
  limit: number,
): Promise<DueRow[]> =>
  selectRows(
    trx,
    sql`SELECT message_id, due_at, has_slot, family FROM message_outbox
      WHERE clinic_id = ${trx.clinicId} AND NOT held AND due_at <= ${now} AND (family IS NULL OR family = ANY(${families}::text[]))
      ORDER BY due_at, message_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`,
  );

/** What these families wait for besides, of which no attempt was made. */
export const selectWaitingInFamilies = (
  trx: ClinicTransaction,
  now: Temporal.Instant,
  families: readonly string[],
): Promise<DueRow[]> =>
  selectRows(
    trx,
    sql`SELECT o.message_id, o.due_at, o.has_slot, o.family FROM message_outbox o
      JOIN messages w ON w.clinic_id = o.clinic_id AND w.id = o.message_id AND w.status = 'waiting'
      WHERE o.clinic_id = ${trx.clinicId} AND o.family = ANY(${families}::text[]) AND NOT o.held AND o.due_at > ${now}
      ORDER BY o.message_id FOR UPDATE OF o SKIP LOCKED`,
  );

export type Claim = {
  id: string;
  sender: string | null;
  subject: string | null;
  body: string;
  language: 'en' | 'de';
  templateVersion: number | null;
  decisionId: string | null;
  /** the message that it leaves in */
  togetherWith: string | null;
};

/** Marks messages as being sent by this worker until `leaseEnd`. */
export const markSending = async (
  trx: ClinicTransaction,
  claims: readonly Claim[],
  times: { now: Temporal.Instant; leaseEnd: Temporal.Instant },
): Promise<void> => {
  if (claims.length === 0) return;
  await sql`
    WITH claimed AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        AS r(id uuid, sender text, subject text, body text, language text, "templateVersion" integer, "decisionId" uuid,
          "togetherWith" uuid)
    ), leased AS (
      UPDATE message_outbox o SET due_at = ${times.leaseEnd} FROM claimed
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = claimed.id AND claimed."togetherWith" IS NULL
    ), carried AS (
      DELETE FROM message_outbox o USING claimed
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = claimed.id AND claimed."togetherWith" IS NOT NULL)
    UPDATE messages m SET status = 'sending', sender = claimed.sender, subject = claimed.subject, body = claimed.body,
      language = claimed.language, template_version = coalesce(claimed."templateVersion", m.template_version),
      decision_id = claimed."decisionId", together_with = claimed."togetherWith", reason = NULL, attempts = attempts + 1,
      unsure_since = coalesce(unsure_since, ${times.now})
    FROM claimed WHERE m.clinic_id = ${trx.clinicId} AND m.id = claimed.id`.execute(trx);
};

export type Ending = {
  id: string;
  /** `unknown`: it may have left, and does not leave again */
  status: 'withheld' | 'withdrawn' | 'failed' | 'unknown';
  /** one of ours, or the gate's */
  reason: string;
  decisionId: string | null;
};

/** Takes messages out of the outbox that will not leave, or not once more. */
export const endUnsent = async (trx: ClinicTransaction, endings: readonly Ending[]): Promise<void> => {
  if (endings.length === 0) return;
  await sql`
    WITH ended AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(endings)}::jsonb)
        AS r(id uuid, status text, reason text, "decisionId" uuid)
    ), gone AS (
      DELETE FROM message_outbox o USING ended WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = ended.id)
    UPDATE messages m SET status = ended.status, reason = ended.reason, decision_id = coalesce(ended."decisionId", m.decision_id)
    FROM ended WHERE m.clinic_id = ${trx.clinicId} AND m.id = ended.id`.execute(trx);
};

export type Postponed = {
  id: string;
  until: Temporal.Instant;
  hasSlot: boolean;
  reason: string | null;
  decisionId: string | null;
};

/** Leaves messages waiting until later; with a reason, the message says what it waits for. */
export const postpone = async (trx: ClinicTransaction, later: readonly Postponed[]): Promise<void> => {
  if (later.length === 0) return;
  await sql`
    WITH later AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(later)}::jsonb)
        AS r(id uuid, until timestamptz, "hasSlot" boolean, reason text, "decisionId" uuid)
    ), planned AS (
      UPDATE message_outbox o SET due_at = later.until, has_slot = later."hasSlot" FROM later
      WHERE o.clinic_id = ${trx.clinicId} AND o.message_id = later.id)
    UPDATE messages m SET reason = later.reason, decision_id = later."decisionId"
    FROM later WHERE m.clinic_id = ${trx.clinicId} AND m.id = later.id AND later.reason IS NOT NULL`.execute(
    trx,
  );
};
