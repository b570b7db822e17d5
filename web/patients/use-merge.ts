import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MergeField } from '../../src/patients/rules/merge-fields.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { patientPath } from './patients.query.ts';

interface Merge {
  keptId: string;
  duplicateId: string;
  /** fields in which the duplicate wins */
  take: MergeField[];
}

const usePatientsAgain = (clinicId: string) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') });
};

/** Takes a merge apart. What has been changed since cannot be given to one of the two: then it is said. */
export const useUndoMerge = (clinicId: string, patientId: string) => {
  const { t } = useTranslation('patients');
  const words = useProblemWords();
  const readAgain = usePatientsAgain(clinicId);
  return useMutation({
    mutationFn: (mergeId: string) =>
      request<PatientView>(patientPath(clinicId, patientId, `/merges/${encodeURIComponent(mergeId)}/undo`), {
        method: 'POST',
      }),
    onSuccess: () => {
      confirmDone(t('person.undoneMerge'));
      return readAgain();
    },
    onError: (error) => {
      const tooLate = error instanceof Problem && error.status === 409;
      reportProblem(tooLate ? t('person.cannotUndoMerge') : words(error));
    },
  });
};

/** Makes two records one person, with a way back. */
export const useMerge = (clinicId: string) => {
  const { t } = useTranslation('patients');
  const words = useProblemWords();
  const readAgain = usePatientsAgain(clinicId);
  return useMutation({
    mutationFn: ({ keptId, ...body }: Merge) =>
      request<PatientView>(patientPath(clinicId, keptId, '/merge'), { method: 'POST', body }),
    onSuccess: ({ name }) => {
      confirmDone(t('duplicates.merged', { name }));
      return readAgain();
    },
    onError: (error) => reportProblem(words(error)),
  });
};

/** Remembers that these are two people: they are not offered again. */
export const useKeepApart = (clinicId: string) => {
  const { t } = useTranslation('patients');
  const words = useProblemWords();
  const readAgain = usePatientsAgain(clinicId);
  return useMutation({
    mutationFn: ([one, other]: readonly [string, string]) =>
      request(patientPath(clinicId, one, `/not-same-as/${encodeURIComponent(other)}`), { method: 'PUT' }),
    onSuccess: () => {
      confirmDone(t('duplicates.notSameNotice'));
      return readAgain();
    },
    onError: (error) => reportProblem(words(error)),
  });
};
