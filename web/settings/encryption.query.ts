import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyView } from '../../src/encryption/rules/key-view.ts';
import { request } from '../platform/request.ts';

const path = '/api/v1/installation/encryption';
/** No clinic hears of it by the live updates: it is the installation's. */
const lookAgainMs = 2_000;

export const keyQuery = queryOptions({
  queryKey: ['installation', 'encryption'],
  queryFn: ({ signal }) => request<KeyView>(path, { signal }),
  refetchInterval: ({ state: { data } }) =>
    data !== undefined && (data.waiting !== null || data.resealing !== null) ? lookAgainMs : false,
});

/** Changes the key, or throws former ones away; the answer is how it stands then. */
export const useKeyDeed = (deed: 'change' | 'discard') => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<KeyView>(`${path}/${deed}`, { method: 'POST' }),
    onSuccess: (view) => queries.setQueryData(keyQuery.queryKey, view),
    onError: () => queries.invalidateQueries({ queryKey: keyQuery.queryKey }),
  });
};
