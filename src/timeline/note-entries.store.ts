import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { olderThan } from './older-than.ts';
import type { TimelineEntry } from './rules/timeline-view.ts';
import type { Part, Subject } from './timeline-kinds.ts';

type Row = {
  id: string;
  body: string;
  pinned: boolean;
  authorId: string | null;
  author: string | null;
  createdAt: Temporal.Instant;
  editedAt: Temporal.Instant | null;
};

/** What the staff wrote about this person. */
export const selectNoteEntries = async (
  trx: ClinicTransaction,
  { patientId, readerId }: Subject,
  { before, limit }: Part,
): Promise<TimelineEntry[]> => {
  const { rows } = await sql<Row>`
    SELECT n.id, n.body, n.pinned, n.author_id AS "authorId", u.name AS author, n.created_at AS "createdAt", n.edited_at AS "editedAt"
    FROM patient_notes n LEFT JOIN users u ON u.id = n.author_id
    WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = ${patientId} AND ${olderThan(before, sql`n.created_at`, sql`n.id`)}
    ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(({ createdAt, editedAt, authorId, ...row }) => ({
    ...row,
    kind: 'note' as const,
    noteId: row.id,
    own: authorId === readerId,
    at: createdAt.toString(),
    editedAt: editedAt?.toString() ?? null,
  }));
};
