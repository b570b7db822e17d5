import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { request } from '../wire/request.ts';
import { speechSpeed } from './speech-speed.ts';

type SandboxSettings = { readonly speechCharactersPerSecond: number };

const KEY = ['settings'];

/** The sandbox's settings; the captions of this page run at the speed they say. */
export function useSandboxSettings(): SandboxSettings | undefined {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => request<SandboxSettings>('GET', '/settings'),
    refetchInterval: 15_000, // a script may change them
  });
  useEffect(() => {
    if (data) speechSpeed.dispatch(data.speechCharactersPerSecond);
  }, [data]);
  return data;
}

/** Shows the change at once, and what the sandbox made of it afterwards. */
export function useChangeSandboxSettings(): (settings: SandboxSettings) => void {
  const queries = useQueryClient();
  const { problem } = useDesk();
  const { mutate } = useMutation({
    mutationFn: (settings: SandboxSettings) => request<SandboxSettings>('PUT', '/settings', settings),
    onMutate: (settings) => queries.setQueryData(KEY, settings),
    onError: (error) => problem.dispatch(error),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return mutate;
}
