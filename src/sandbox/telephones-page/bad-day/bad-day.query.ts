import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../desk/desk-context.ts';
import { request } from '../wire/request.ts';
import type { BadDayState } from './bad-day-state.ts';

const KEY = ['bad-day'];

export const useBadDay = () =>
  useQuery({
    queryKey: KEY,
    queryFn: () => request<BadDayState>('GET', '/bad-day'),
    refetchInterval: 15_000,
  });

/** Shows the change at once, and what the sandbox made of it afterwards. */
export function useChangeBadDay(): (state: BadDayState) => void {
  const queries = useQueryClient();
  const { problem } = useDesk();
  const { mutate } = useMutation({
    mutationFn: (state: BadDayState) => request<BadDayState>('PUT', '/bad-day', state),
    onMutate: (state) => queries.setQueryData(KEY, state),
    onError: (error) => problem.dispatch(error),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return mutate;
}
