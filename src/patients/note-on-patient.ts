import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { deleteNote, insertNote, selectNote, updateNote } from './notes.store.ts';
import { lockPatient } from './patient-record.store.ts';
import type { NoteView } from './rules/patient-views.ts';
import { showNote } from './show-note.ts';

type By = { userId: string; at: Temporal.Instant };
type Failed = { ok: false; why: 'not-there' | 'not-own' };

const record = async (trx: ClinicTransaction, patientId: string, action: string, by: By): Promise<void> => {
  await recordAudit(trx, { ...by, action, subject: { kind: 'patient', id: patientId } });
  await announce(trx, 'patients', patientId);
};

const shown = async (
  trx: ClinicTransaction,
  patientId: string,
  noteId: string,
  { userId }: By,
): Promise<{ ok: true; note: NoteView }> => ({
  ok: true,
  note: showNote((await selectNote(trx, patientId, noteId))!, userId),
});

/** Writes a note about a person. */
export const addNote = async (
  trx: ClinicTransaction,
  patientId: string,
  { body, pinned }: { body: string; pinned: boolean },
  by: By,
): Promise<{ ok: true; note: NoteView } | Failed> => {
  if ((await lockPatient(trx, patientId)) === null) return { ok: false, why: 'not-there' };
  const id = await insertNote(trx, { patientId, authorId: by.userId, body, pinned, at: by.at });
  await record(trx, patientId, 'patient.note-added', by);
  return shown(trx, patientId, id, by);
};

/** The words of a note belong to who wrote them; anybody may pin it. */
export const changeNote = async (
  trx: ClinicTransaction,
  patientId: string,
  noteId: string,
  change: { body?: string | undefined; pinned?: boolean | undefined },
  by: By,
): Promise<{ ok: true; note: NoteView } | Failed> => {
  const note = await selectNote(trx, patientId, noteId);
  if (note === null) return { ok: false, why: 'not-there' };
  if (change.body !== undefined && note.authorId !== by.userId) return { ok: false, why: 'not-own' };
  await updateNote(trx, noteId, change, by.at);
  await record(trx, patientId, 'patient.note-changed', by);
  return shown(trx, patientId, noteId, by);
};

export const removeNote = async (
  trx: ClinicTransaction,
  patientId: string,
  noteId: string,
  by: By,
): Promise<{ ok: true } | Failed> => {
  const note = await selectNote(trx, patientId, noteId);
  if (note === null) return { ok: false, why: 'not-there' };
  if (note.authorId !== by.userId) return { ok: false, why: 'not-own' };
  await deleteNote(trx, noteId);
  await record(trx, patientId, 'patient.note-deleted', by);
  return { ok: true };
};
