import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { insertCallNote, lockNoteAuthor, updateCallNote } from './call-notes.store.ts';
import { selectCall } from './call-views.store.ts';

type By = { userId: string; at: Temporal.Instant };

/** Writes a note on a call. @returns null when the clinic has no such call */
export const writeCallNote = async (
  trx: ClinicTransaction,
  callId: string,
  text: string,
  by: By,
): Promise<{ noteId: string } | null> => {
  if ((await selectCall(trx, callId)) === null) return null;
  const noteId = await insertCallNote(trx, { callId, text, ...by });
  await recordAudit(trx, { ...by, action: 'call.noted', subject: { kind: 'call', id: callId } });
  await announce(trx, 'calls', callId);
  return { noteId };
};

/** Changes a note; only who wrote it may. */
export const changeCallNote = async (
  trx: ClinicTransaction,
  { callId, noteId }: { callId: string; noteId: string },
  text: string,
  by: By,
): Promise<'done' | 'no-such-note' | 'not-yours'> => {
  const author = await lockNoteAuthor(trx, callId, noteId);
  if (author === undefined) return 'no-such-note';
  if (author !== by.userId) return 'not-yours';
  await updateCallNote(trx, noteId, text, by.at);
  await recordAudit(trx, { ...by, action: 'call.note-changed', subject: { kind: 'call', id: callId } });
  await announce(trx, 'calls', callId);
  return 'done';
};
