import type { NoteRow } from './notes.store.ts';
import type { NoteView } from './rules/patient-views.ts';

export const showNote = ({ authorId, ...note }: NoteRow, userId: string): NoteView => ({
  ...note,
  own: authorId === userId,
  createdAt: note.createdAt.toString(),
  editedAt: note.editedAt?.toString() ?? null,
});
