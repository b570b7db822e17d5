import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { clinicKey } from '../live/query-keys.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

/** Something that is done with webhooks: afterwards their lists are read again, and a failure is told. */
export const useWebhookCommand = <Asked, Answer>(
  command: (clinicId: string, asked: Asked) => Promise<Answer>,
) => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (asked: Asked) => command(clinic.id, asked),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinic.id, 'webhooks') }),
  });
};
