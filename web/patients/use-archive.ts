import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { confirmDone, offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { patientQuery } from './patients.query.ts';
import { useChangePatient } from './use-save-patient.ts';

/** Takes somebody off the lists, with a way back; nothing is deleted. */
export const useArchive = (clinicId: string, { id, name }: PatientView) => {
  const { t } = useTranslation(['patients', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const { queryKey } = patientQuery(clinicId, id);
  const { mutate } = useChangePatient(clinicId, id);
  const set = (archived: boolean, done: () => void): void => {
    // The newest revision, not that of this drawing: an undo comes after the change that it takes back.
    const revision = queries.getQueryData(queryKey)?.revision;
    if (revision === undefined) return;
    mutate(
      { revision, archived },
      {
        onSuccess: done,
        onError: (error) => {
          reportProblem(words(error));
          void queries.invalidateQueries({ queryKey });
        },
      },
    );
  };
  const restore = (): void => set(false, () => confirmDone(t('patients:person.restoredNotice', { name })));
  return {
    restore,
    archive: () =>
      set(true, () =>
        offerUndo({
          message: t('patients:person.archivedNotice', { name }),
          undoLabel: t('ui:undo'),
          onUndo: restore,
        }),
      ),
  };
};
