import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';

interface Command {
  path: string;
  body?: unknown;
  said: string;
}

/** Recording a yes or a no, and taking either back. What was typed stays until the server has it. */
export const useConsentCommands = (clinicId: string) => {
  const { t } = useTranslation('consent');
  const words = useProblemWords();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: ({ path, body }: Command) =>
      request(clinicPath(clinicId, path), { method: 'POST', ...(body === undefined ? {} : { body }) }),
    onSuccess: async (_answer, { said }) => {
      confirmDone(said);
      await Promise.all([
        queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'consent') }),
        queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') }),
      ]);
    },
    onError: (error) => reportProblem(words(error)),
  });
  const after = (onDone?: () => void) => (onDone === undefined ? {} : { onSuccess: onDone });
  return {
    saving: send.isPending,
    give: (patientId: string, body: unknown, onDone: () => void) =>
      send.mutate(
        { path: `patients/${encodeURIComponent(patientId)}/consents`, body, said: t('give.saved') },
        after(onDone),
      ),
    withdraw: (consentId: string) =>
      send.mutate({
        path: `consent/records/${encodeURIComponent(consentId)}/withdraw`,
        said: t('person.withdrawn'),
      }),
    decline: (patientId: string, body: unknown, onDone: () => void) =>
      send.mutate(
        { path: `patients/${encodeURIComponent(patientId)}/opt-outs`, body, said: t('decline.saved') },
        after(onDone),
      ),
    block: (body: { address: string }, onDone: () => void) =>
      send.mutate(
        { path: 'consent/opt-outs', body, said: t('optOuts.added', { address: body.address }) },
        after(onDone),
      ),
    lift: (optOutId: string, onDone: () => void) =>
      send.mutate(
        { path: `consent/opt-outs/${encodeURIComponent(optOutId)}/lift`, said: t('optOuts.lifted') },
        after(onDone),
      ),
  };
};
