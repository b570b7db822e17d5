import { useMutation, useQueryClient } from '@tanstack/react-query';
import { clinicKey } from '../live/query-keys.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { holdCall, resumeCall } from './call-commands.ts';

export interface Hold {
  held: boolean;
  possible: boolean;
  toggle: () => void;
}

/** Shows the wish at once, and what the server says when it has answered. */
export const useHold = (clinicId: string, callId: string | null, stored: boolean): Hold => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: boolean) => {
      if (callId === null) return Promise.resolve();
      return wanted ? holdCall(clinicId, callId) : resumeCall(clinicId, callId);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'now') }),
    onError: (error) => reportProblem(words(error)),
  });
  const held = change.isPending ? change.variables : stored;
  return { held, possible: callId !== null && !change.isPending, toggle: () => change.mutate(!held) };
};
