import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type NoteRow = {
  id: string;
  body: string;
  pinned: boolean;
  authorId: string | null;
  author: string | null;
  createdAt: Temporal.Instant;
  editedAt: Temporal.Instant | null;
};

const notes = (trx: ClinicTransaction) =>
  trx
    .selectFrom('patient_notes as n')
    .leftJoin('users as u', 'u.id', 'n.author_id')
    .select(['n.id', 'n.body', 'n.pinned', 'n.author_id as authorId', 'u.name as author'])
    .select(['n.created_at as createdAt', 'n.edited_at as editedAt'])
    .where('n.clinic_id', '=', trx.clinicId);

/** What is pinned to these people, newest first, at most fifty each. */
export const selectPinnedNotes = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
): Promise<(NoteRow & { patientId: string })[]> => {
  const { rows } = await sql<NoteRow & { patientId: string }>`
    SELECT n.patient_id AS "patientId", n.id, n.body, n.pinned, n.author_id AS "authorId", u.name AS author,
      n.created_at AS "createdAt", n.edited_at AS "editedAt"
    FROM unnest(${patientIds}::uuid[]) AS person(id), LATERAL (
      SELECT * FROM patient_notes p WHERE p.clinic_id = ${trx.clinicId} AND p.patient_id = person.id AND p.pinned
      ORDER BY p.created_at DESC LIMIT 50) AS n
    LEFT JOIN users u ON u.id = n.author_id
    ORDER BY n.created_at DESC`.execute(trx);
  return rows;
};

export const selectNote = async (
  trx: ClinicTransaction,
  patientId: string,
  noteId: string,
): Promise<NoteRow | null> =>
  (await notes(trx).where('n.patient_id', '=', patientId).where('n.id', '=', noteId).executeTakeFirst()) ??
  null;

export const insertNote = async (
  trx: ClinicTransaction,
  note: { patientId: string; authorId: string; body: string; pinned: boolean; at: Temporal.Instant },
): Promise<string> => {
  const id = randomUUIDv7();
  await trx
    .insertInto('patient_notes')
    .values({
      clinic_id: trx.clinicId,
      id,
      patient_id: note.patientId,
      author_id: note.authorId,
      body: note.body,
      pinned: note.pinned,
      created_at: note.at,
    })
    .execute();
  return id;
};

export const updateNote = async (
  trx: ClinicTransaction,
  noteId: string,
  change: { body?: string | undefined; pinned?: boolean | undefined },
  now: Temporal.Instant,
): Promise<void> => {
  if (change.body === undefined && change.pinned === undefined) return;
  await trx
    .updateTable('patient_notes')
    .set({
      ...(change.body === undefined ? {} : { body: change.body, edited_at: now }),
      ...(change.pinned === undefined ? {} : { pinned: change.pinned }),
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', noteId)
    .execute();
};

export const deleteNote = async (trx: ClinicTransaction, noteId: string): Promise<void> => {
  await trx
    .deleteFrom('patient_notes')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', noteId)
    .execute();
};
