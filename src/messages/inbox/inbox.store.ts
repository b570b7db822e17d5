import { sql, type RawBuilder } from 'kysely';
import { hideCodes } from '../../links/rules/link.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { ConversationScope, ConversationView, MessageView } from '../rules/conversation-views.ts';
import type { MessageCursor } from '../rules/message-cursor.ts';

type ConversationRow = Omit<ConversationView, 'waitsSince' | 'lastMessageAt'> & {
  waitsSince: Temporal.Instant | null;
  lastMessageAt: Temporal.Instant;
};

/** Names of everybody with this number or address; in-app and push are one person's by themselves. */
const peopleOf = (clinicId: string) => sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('patientId', p.id, 'name', concat_ws(' ', coalesce(p.preferred_name, p.given_name), p.family_name))
      ORDER BY p.birth_date NULLS LAST, p.id), '[]')
    FROM patients p WHERE p.clinic_id = ${clinicId} AND p.merged_into IS NULL AND (
      p.id = c.patient_id
      OR p.id IN (SELECT n.patient_id FROM patient_phone_numbers n WHERE n.clinic_id = ${clinicId} AND n.phone_number = c.address AND c.channel = 'sms')
      OR p.id IN (SELECT e.patient_id FROM patient_emails e WHERE e.clinic_id = ${clinicId} AND e.email = c.address AND c.channel = 'email')))`;

const selectViews = async (
  trx: ClinicTransaction,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<ConversationView[]> => {
  const { rows } = await sql<ConversationRow>`
    SELECT c.id, c.channel, c.address, ${peopleOf(trx.clinicId)} AS people, c.status, c.waits_since AS "waitsSince", c.unread,
      CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('id', s.id, 'name', s.name) END AS "assignedTo",
      c.last_message_at AS "lastMessageAt", last.view AS last,
      (SELECT m.reason FROM messages m WHERE m.clinic_id = c.clinic_id AND m.conversation_id = c.id AND m.direction = 'inbound'
        ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS "openReason",
      EXISTS (SELECT FROM contact_opt_outs o WHERE o.clinic_id = c.clinic_id AND o.address = c.address AND o.lifted_at IS NULL
        AND (o.channel IS NULL OR o.channel = c.channel)) AS "optedOut"
    FROM conversations c
    LEFT JOIN staff_members s ON s.clinic_id = c.clinic_id AND s.id = c.assigned_to
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('direction', m.direction, 'text', coalesce(left(m.body, 160), ''), 'status', m.status) AS view
      FROM messages m WHERE m.clinic_id = c.clinic_id AND m.conversation_id = c.id
      ORDER BY m.created_at DESC, m.id DESC LIMIT 1) last ON true
    WHERE c.clinic_id = ${trx.clinicId} AND ${where}
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ waitsSince, lastMessageAt, last, ...row }) => ({
    ...row,
    last: last && { ...last, text: hideCodes(last.text) },
    waitsSince: waitsSince?.toString() ?? null,
    lastMessageAt: lastMessageAt.toString(),
  }));
};

export type ConversationFilter = {
  scope: ConversationScope;
  /** a staff member; null: nobody's; undefined: anybody's */
  assignedTo: string | null | undefined;
  patientId: string | undefined;
  after: MessageCursor | null;
  limit: number;
};

export const selectInbox = (
  trx: ClinicTransaction,
  { scope, assignedTo, patientId, after, limit }: ConversationFilter,
): Promise<ConversationView[]> => {
  const conditions = [
    scope === 'all' ? sql`true` : sql`c.status = ${scope}`,
    assignedTo === undefined ? sql`true` : sql`c.assigned_to IS NOT DISTINCT FROM ${assignedTo}::uuid`,
    patientId === undefined ? sql`true` : sql`c.patient_id = ${patientId}`,
    after === null
      ? sql`true`
      : sql`(c.last_message_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ];
  return selectViews(trx, sql.join(conditions, sql` AND `), limit);
};

export const selectConversation = async (
  trx: ClinicTransaction,
  id: string,
): Promise<ConversationView | null> => (await selectViews(trx, sql`c.id = ${id}`, 1))[0] ?? null;

export const countOpen = async (trx: ClinicTransaction): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM conversations WHERE clinic_id = ${trx.clinicId} AND status = 'open'`.execute(
    trx,
  );
  return rows[0]!.count;
};

type MessageRow = Omit<MessageView, 'at' | 'dueAt' | 'sentAt' | 'deliveredAt' | 'openedAt' | 'clickedAt'> &
  Record<'at' | 'dueAt', Temporal.Instant> &
  Record<'sentAt' | 'deliveredAt' | 'openedAt' | 'clickedAt', Temporal.Instant | null>;

/** The messages of a conversation, newest first. */
export const selectThread = async (
  trx: ClinicTransaction,
  conversationId: string,
  { after, limit }: { after: MessageCursor | null; limit: number },
): Promise<MessageView[]> => {
  const older =
    after === null ? sql`true` : sql`(m.created_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<MessageRow>`
    SELECT m.id, m.direction, m.channel, m.created_at AS at, m.subject, m.body AS text, m.status, m.reason, m.error_code AS "errorCode",
      m.purpose, m.due_at AS "dueAt", m.sent_at AS "sentAt", m.delivered_at AS "deliveredAt", m.opened_at AS "openedAt", m.clicked_at AS "clickedAt", m.understood,
      u.name AS by, m.cause ->> 'workflowName' AS workflow, (m.cause ->> 'workflowVersion')::integer AS "workflowVersion", m.cause ->> 'kind' = 'reply' AS automatic, m.decision_id AS "decisionId",
      CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('patientId', p.id,
        'name', concat_ws(' ', coalesce(p.preferred_name, p.given_name), p.family_name)) END AS about,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('patientId', q.id,
          'name', concat_ws(' ', coalesce(q.preferred_name, q.given_name), q.family_name)) ORDER BY t.id), '[]')
        FROM messages t JOIN patients q ON q.clinic_id = t.clinic_id AND q.id = t.patient_id
        WHERE t.clinic_id = m.clinic_id AND t.together_with = m.id) AS "alsoAbout"
    FROM messages m
    LEFT JOIN users u ON u.id = (CASE WHEN m.cause ->> 'kind' = 'staff' THEN (m.cause ->> 'userId')::uuid END)
    LEFT JOIN patients p ON p.clinic_id = m.clinic_id AND p.id = m.patient_id
    WHERE m.clinic_id = ${trx.clinicId} AND m.conversation_id = ${conversationId} AND m.together_with IS NULL AND ${older}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({
    ...row,
    subject: row.subject && hideCodes(row.subject),
    text: row.text && hideCodes(row.text),
    at: row.at.toString(),
    dueAt: row.dueAt.toString(),
    sentAt: row.sentAt?.toString() ?? null,
    deliveredAt: row.deliveredAt?.toString() ?? null,
    openedAt: row.openedAt?.toString() ?? null,
    clickedAt: row.clickedAt?.toString() ?? null,
  }));
};

export type ConversationChange = {
  status?: 'open' | 'closed' | undefined;
  assignedTo?: string | null | undefined;
  read?: boolean | undefined;
};

/** @returns what was really changed; null: no such conversation */
export const updateConversation = async (
  trx: ClinicTransaction,
  id: string,
  { status, assignedTo, read }: ConversationChange,
): Promise<{ status: boolean; assignedTo: boolean; read: boolean } | null> => {
  const { rows } = await sql<{ status: boolean; assignedTo: boolean; read: boolean }>`
    WITH before AS (
      SELECT status, assigned_to, unread FROM conversations WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE)
    UPDATE conversations c SET
      status = coalesce(${status ?? null}, c.status),
      waits_since = CASE WHEN ${status ?? null} = 'closed' THEN NULL ELSE c.waits_since END,
      assigned_to = CASE WHEN ${assignedTo !== undefined} THEN ${assignedTo ?? null}::uuid ELSE c.assigned_to END,
      unread = CASE WHEN ${read === true || status === 'closed'} THEN 0 ELSE c.unread END
    FROM before WHERE c.clinic_id = ${trx.clinicId} AND c.id = ${id}
    RETURNING c.status <> before.status AS status, c.assigned_to IS DISTINCT FROM before.assigned_to AS "assignedTo",
      c.unread <> before.unread AS read`.execute(trx);
  return rows[0] ?? null;
};

export const isStaff = async (trx: ClinicTransaction, staffId: string): Promise<boolean> => {
  const { rows } = await sql`SELECT FROM staff_members
    WHERE clinic_id = ${trx.clinicId} AND id = ${staffId} AND left_at IS NULL`.execute(trx);
  return rows.length > 0;
};

/** A person of the clinic has written: nobody waits any more. */
export const markAnswered = async (
  trx: ClinicTransaction,
  id: string,
  { staffId, now }: { staffId: string | null; now: Temporal.Instant },
): Promise<void> => {
  await sql`UPDATE conversations SET waits_since = NULL, unread = 0, last_message_at = ${now},
    assigned_to = coalesce(assigned_to, ${staffId}::uuid)
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};
