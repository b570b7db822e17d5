import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { staffQuery } from './staff.query.ts';

interface Availability {
  /** The wish at once, and what the server says when it has answered; undefined until it is known. */
  available: boolean | undefined;
  change: (available: boolean) => void;
}

/** "Give me calls": the switch of this staff member. */
export const useAvailability = (clinicId: string, staffId: string | null): Availability => {
  const words = useProblemWords();
  const queries = useQueryClient();
  const { data: staff } = useQuery(staffQuery(clinicId));
  const change = useMutation({
    mutationFn: (available: boolean) =>
      request(clinicPath(clinicId, 'my/availability'), { method: 'PUT', body: { available } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'staff') }),
    onError: (error) => reportProblem(words(error)),
  });
  const stored = staff?.find((each) => each.id === staffId)?.presence.available;
  return { available: change.isPending ? change.variables : stored, change: change.mutate };
};
