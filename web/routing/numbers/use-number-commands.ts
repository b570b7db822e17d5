import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';

type Command =
  | { do: 'add'; phoneNumber: string; label: string }
  | { do: 'label'; phoneNumber: string; label: string }
  | { do: 'remove'; phoneNumber: string };

const send = (clinicId: string, command: Command): Promise<unknown> => {
  const one = clinicPath(clinicId, `numbers/${encodeURIComponent(command.phoneNumber)}`);
  switch (command.do) {
    case 'add': {
      const { phoneNumber, label } = command;
      return request(clinicPath(clinicId, 'numbers'), { method: 'POST', body: { phoneNumber, label } });
    }
    case 'label':
      return request(one, { method: 'PATCH', body: { label: command.label } });
    case 'remove':
      return request(one, { method: 'DELETE' });
  }
};

/** Takes, names and gives back numbers. Unlike the draft, this is done at once: the carrier is told. */
export const useNumberCommands = () => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const words = useProblemWords();
  return useMutation({
    mutationFn: (command: Command) => send(clinic.id, command),
    onError: (error) => reportProblem(words(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: clinicKey(clinic.id, 'routing') }),
        queries.invalidateQueries({ queryKey: clinicKey(clinic.id, 'free-numbers') }),
      ]),
  });
};
