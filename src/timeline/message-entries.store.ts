import { sql } from 'kysely';
import { hideCodes } from '../links/rules/link.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Entry = Extract<TimelineEntry, { kind: 'message' }>;
type Row = Omit<Entry, 'kind' | 'at' | 'messageId'> & { at: Temporal.Instant };

/** What was written about this person, or to them because they answer for somebody. Each side has an index of its own. */
export const selectMessageEntries = async (
  trx: ClinicTransaction,
  { patientId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const older = olderThan(before, sql`m.created_at`, sql`m.id`);
  const messages = sql`SELECT m.id, m.created_at, m.conversation_id, m.direction, m.channel, m.status, m.body, m.cause,
      m.decision_id
    FROM messages m WHERE m.clinic_id = ${trx.clinicId} AND ${older}`;
  const order = sql`ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`;
  const { rows } = await sql<Row>`
    SELECT m.id, m.created_at AS at, m.conversation_id AS "conversationId", m.direction, m.channel, m.status,
      m.body AS text, m.cause ->> 'workflowName' AS workflow,
      (m.cause ->> 'workflowVersion')::integer AS "workflowVersion", m.decision_id AS "decisionId"
    FROM ((${messages} AND m.patient_id = ${patientId} ${order}) UNION (${messages} AND m.recipient_id = ${patientId} AND m.together_with IS NULL ${order})) m
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ at, text, ...row }) => ({
    ...row,
    text: text && hideCodes(text),
    kind: 'message' as const,
    messageId: row.id,
    at: at.toString(),
  }));
};
