import type { NoteRow } from './notes.store.ts';
import type { NoteView } from './rules/patient-views.ts';

export const showNote = ({ id, body, pinned, author, ...note }: NoteRow, userId: string): NoteView => ({
  id,
  body,
  pinned,
  author,
  own: note.authorId === userId,
  createdAt: note.createdAt.toString(),
  editedAt: note.editedAt?.toString() ?? null,
});
