import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { BulkAsk, BulkWork } from '../../../src/workflows/rules/bulk-work.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { newId } from '../../platform/new-id.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';

/** Asks for something to be done with many. Sent again because its answer was lost, it is the same work. */
export const useAskBulk = (clinicId: string, onDone: () => void) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const sent = useRef<{ id: string; what: string } | null>(null);
  return useMutation({
    mutationFn: (ask: Omit<BulkAsk, 'id'>) => {
      const what = JSON.stringify(ask);
      if (sent.current?.what !== what) sent.current = { id: newId(), what };
      const body: BulkAsk = { id: sent.current.id, ...ask };
      return request<BulkWork>(clinicPath(clinicId, 'bulk-works'), { method: 'POST', body });
    },
    onSuccess: () => {
      sent.current = null;
      onDone();
    },
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') }),
  });
};

export const useStopBulk = (clinicId: string, workId: string) => {
  const words = useProblemWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<BulkWork>(clinicPath(clinicId, `bulk-works/${workId}/stop`), { method: 'POST', body: {} }),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') }),
  });
};
