import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

/** Has all events that were set aside acted upon again. */
export const useRetryEvents = (clinicId: string) => {
  const { t } = useTranslation('workflows');
  const words = useProblemWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<{ retried: number }>(clinicPath(clinicId, 'set-aside-events/retry'), {
        method: 'POST',
        body: {},
      }),
    onSuccess: ({ retried }) => confirmDone(t('setAside.retried', { count: retried })),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') }),
  });
};
