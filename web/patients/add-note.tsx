import { useTranslation } from 'react-i18next';
import { NoteField } from './note-field.tsx';
import { useNotes } from './use-notes.ts';

interface AddNoteProps {
  clinicId: string;
  patientId: string;
}

/** Always open above the story: one click and one may write. */
export const AddNote = ({ clinicId, patientId }: AddNoteProps) => {
  const { t } = useTranslation('patients');
  const notes = useNotes(clinicId, patientId);
  return (
    <NoteField
      label={t('notes.write')}
      action={t('notes.add')}
      saving={notes.isPending}
      onSave={(body, done) => notes.mutate({ method: 'POST', body: { body } }, { onSuccess: done })}
    />
  );
};
