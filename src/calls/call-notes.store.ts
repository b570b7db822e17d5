import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type NoteRow = {
  id: string;
  userId: string | null;
  author: string | null;
  text: string;
  writtenAt: Temporal.Instant;
  changedAt: Temporal.Instant | null;
};

/** Oldest first. */
export const selectNotes = (trx: ClinicTransaction, callId: string): Promise<NoteRow[]> =>
  trx
    .selectFrom('call_notes as n')
    .leftJoin('users as u', 'u.id', 'n.user_id')
    .select(['n.id', 'n.user_id as userId', 'u.name as author', 'n.text'])
    .select(['n.written_at as writtenAt', 'n.changed_at as changedAt'])
    .where('n.clinic_id', '=', trx.clinicId)
    .where('n.call_id', '=', callId)
    .orderBy('n.written_at')
    .orderBy('n.id')
    .execute();

export const insertCallNote = async (
  trx: ClinicTransaction,
  note: { callId: string; userId: string; text: string; at: Temporal.Instant },
): Promise<string> => {
  const id = randomUUIDv7();
  await trx
    .insertInto('call_notes')
    .values({
      clinic_id: trx.clinicId,
      id,
      call_id: note.callId,
      user_id: note.userId,
      text: note.text,
      written_at: note.at,
    })
    .execute();
  return id;
};

/** Who wrote it; undefined when the call has no such note. Locked until the transaction ends. */
export const lockNoteAuthor = async (
  trx: ClinicTransaction,
  callId: string,
  noteId: string,
): Promise<string | null | undefined> => {
  const row = await trx
    .selectFrom('call_notes')
    .select('user_id')
    .where('clinic_id', '=', trx.clinicId)
    .where('call_id', '=', callId)
    .where('id', '=', noteId)
    .forUpdate()
    .executeTakeFirst();
  return row?.user_id;
};

export const updateCallNote = async (
  trx: ClinicTransaction,
  noteId: string,
  text: string,
  at: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('call_notes')
    .set({ text, changed_at: at })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', noteId)
    .execute();
};
