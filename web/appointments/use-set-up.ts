import { useMutation, useQueryClient } from '@tanstack/react-query';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

interface SetUpRequest {
  method: 'POST' | 'PATCH';
  /** under the clinic: `practitioners`, `appointment-types/:id` */
  path: string;
  body: object;
}

/** Adds, renames, archives practitioners and types. */
export const useSetUp = (clinicId: string) => {
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: ({ method, path, body }: SetUpRequest) =>
      request<{ id: string }>(clinicPath(clinicId, path), { method, body }),
    onError: (error) => reportProblem(words(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'appointments') }),
  });
};
