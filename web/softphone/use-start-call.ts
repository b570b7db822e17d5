import { useMutation } from '@tanstack/react-query';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { startCall } from './call-commands.ts';
import { useSoftphone } from './softphone-context.ts';
import { isBusy } from './softphone-state.ts';

interface StartCall {
  start: (to: string, voicemailId?: string) => void;
  /** False without a softphone that is connected and free: then there is nothing to speak into. */
  possible: boolean;
  pending: boolean;
}

/** Calls somebody from this browser. */
export const useStartCall = (clinicId: string): StartCall => {
  const { state, clinic } = useSoftphone();
  const words = useProblemWords();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ to, voicemailId }: { to: string; voicemailId: string | undefined }) =>
      startCall(clinicId, to, voicemailId),
    onError: (error) => reportProblem(words(error)),
  });
  return {
    start: (to, voicemailId) => mutate({ to, voicemailId }),
    possible: clinic?.id === clinicId && state.connection === 'ready' && !isBusy(state) && !isPending,
    pending: isPending,
  };
};
