import { IconPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Note } from './note.tsx';
import classes from './note.module.css';

interface PinnedNotesProps {
  patient: PatientView;
  clinic: MyClinic;
}

/** What everybody must see before they speak with this person. */
export const PinnedNotes = ({ patient, clinic }: PinnedNotesProps) => {
  const { t } = useTranslation('patients');
  if (patient.notes.length === 0) return null;
  return (
    <ul className={classes.pinned} aria-label={t('notes.pinnedTitle')}>
      {patient.notes.map((note) => (
        <li key={note.id}>
          <IconPinFilled size={16} className={classes.pin} role="img" aria-label={t('timeline.pinned')} />
          <Note note={note} clinic={clinic} patientId={patient.id} />
        </li>
      ))}
    </ul>
  );
};
