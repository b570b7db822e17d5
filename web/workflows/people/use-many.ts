import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Many, ManyDone } from '../../../src/workflows/rules/by-hand-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { confirmDone, reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';

/** Does something with many, batch after batch, and says how far it is. Who leaves the page stops it after a batch. */
export const useMany = (clinicId: string, onDone: () => void) => {
  const { t } = useTranslation('versions');
  const words = useProblemWords();
  const queries = useQueryClient();
  const [reached, setReached] = useState<number | null>(null);
  const run = useMutation({
    mutationFn: async (many: Omit<Many, 'after' | 'startedBefore'>) => {
      const sum = { done: 0, passedOver: 0 };
      setReached(0);
      for (let from: Pick<Many, 'after' | 'startedBefore'> = { after: null }; ;) {
        const body: Many = { ...many, ...from };
        const batch: ManyDone = await request<ManyDone>(clinicPath(clinicId, 'workflow-instances/many'), {
          method: 'POST',
          body,
        });
        sum.done += batch.done;
        sum.passedOver += batch.passedOver;
        setReached(sum.done + sum.passedOver);
        if (batch.next === null) return sum;
        from = { after: batch.next, startedBefore: batch.startedBefore };
      }
    },
    onSuccess: ({ done, passedOver }) => {
      confirmDone(
        passedOver === 0 ? t('many.done', { count: done }) : t('many.partly', { count: done, passedOver }),
      );
      onDone();
    },
    onError: (error) => reportProblem(words(error)),
    onSettled: () => {
      setReached(null);
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') });
    },
  });
  return { run: run.mutate, reached };
};
