import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { patientPath } from './patients.query.ts';

export interface Pair {
  childId: string;
  guardianId: string;
}
export type Relation = PatientView['guardians'][number]['relation'];

/** Says who answers for whom, and takes it back. */
export const useFamily = (clinicId: string) => {
  const { t } = useTranslation('patients');
  const words = useProblemWords();
  const queries = useQueryClient();
  const pathOf = ({ childId, guardianId }: Pair): string =>
    patientPath(clinicId, childId, `/guardians/${encodeURIComponent(guardianId)}`);
  const onSuccess = () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') });
  const onError = (error: unknown): void => {
    const circle = error instanceof Problem && error.status === 409;
    reportProblem(circle ? t('family.alreadyLinked') : words(error));
  };
  const link = useMutation({
    mutationFn: ({ relation, speaksFor, ...pair }: Pair & { relation: Relation; speaksFor: boolean }) =>
      request(pathOf(pair), { method: 'PUT', body: { relation, speaksFor } }),
    onSuccess,
    onError,
  });
  const unlink = useMutation({
    mutationFn: (pair: Pair) => request(pathOf(pair), { method: 'DELETE' }),
    onSuccess,
    onError,
  });
  return { link, unlink };
};
