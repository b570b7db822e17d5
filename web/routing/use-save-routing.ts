import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoutingView } from '../../src/routing/rules/routing-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { routingQuery } from './routing.query.ts';

interface Change {
  /** one after the other; `path` is below `routing/` */
  requests: readonly { method: 'PUT' | 'PATCH'; path: string; body: unknown }[];
  /** How the routing will look when the server agrees. */
  shown: (routing: RoutingView) => RoutingView;
}

/** Saves part of the routing: it shows at once, and goes back when the server refuses it. */
export const useSaveRouting = (clinicId: string, done: string) => {
  const { t } = useTranslation('routing');
  const words = useProblemWords();
  const queries = useQueryClient();
  const { queryKey } = routingQuery(clinicId);
  return useMutation({
    mutationFn: async ({ requests }: Change) => {
      let routing: RoutingView | undefined;
      for (const { path, ...options } of requests)
        routing = await request<RoutingView>(clinicPath(clinicId, `routing/${path}`), options);
      return routing;
    },
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      if (before !== undefined) queries.setQueryData(queryKey, shown(before));
      return before;
    },
    onSuccess: (routing) => {
      queries.setQueryData(queryKey, routing);
      confirmDone(`${t('saved')} ${done}`);
      return queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'routing-preview') });
    },
    onError: (error, _, before) => {
      queries.setQueryData(queryKey, before);
      reportProblem(words(error));
      // Of several requests some may have been taken.
      void queries.invalidateQueries({ queryKey });
    },
  });
};
