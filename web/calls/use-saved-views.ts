import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '../../src/calls/rules/saved-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import type { CallSearch } from './call-search.ts';
import { savedViewsQuery } from './calls.query.ts';

interface Change {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
}

/** The kept views of the log and what can be done with them. */
export const useSavedViews = (clinicId: string) => {
  const queries = useQueryClient();
  const words = useProblemWords();
  const { data: views = [] } = useQuery(savedViewsQuery(clinicId));
  const change = useMutation({
    mutationFn: ({ path, ...options }: Change) => request(clinicPath(clinicId, path), options),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'call-views') }),
  });
  const pathOf = (view: SavedView): string => `call-views/${encodeURIComponent(view.id)}`;
  return {
    views,
    add: (name: string, shared: boolean, search: CallSearch) =>
      change.mutate({ method: 'POST', path: 'call-views', body: { name, shared, search } }),
    change: (view: SavedView, body: { name?: string; shared?: boolean; search?: CallSearch }) =>
      change.mutate({ method: 'PATCH', path: pathOf(view), body }),
    remove: (view: SavedView) => change.mutate({ method: 'DELETE', path: pathOf(view) }),
    open: (view: SavedView | null) =>
      change.mutate({ method: 'PUT', path: 'my/call-view', body: { viewId: view?.id ?? null } }),
  };
};
