import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PatientPage, VisitAnswer } from '../../src/patient-page/rules/patient-page-view.ts';
import { request } from '../platform/request.ts';

/** The clinic may answer while the page is open. */
const lookAgainMs = 20_000;

export type Deed =
  | { deed: 'answer'; visitId: string; answer: VisitAnswer }
  | { deed: 'write'; key: string; text: string }
  | { deed: 'choose'; what: keyof PatientPage['choices']; on: boolean };

const send = (path: string, deed: Deed): Promise<PatientPage> => {
  switch (deed.deed) {
    case 'answer':
      return request(`${path}/page/visits/${deed.visitId}/answer`, { method: 'POST', body: deed.answer });
    case 'write':
      return request(`${path}/page/messages`, { method: 'POST', body: { key: deed.key, text: deed.text } });
    case 'choose':
      return request(`${path}/page/choices`, { method: 'PUT', body: { what: deed.what, on: deed.on } });
  }
};

/** The page, and what can be done on it. Every deed answers with the page as it is then. */
export const usePage = (path: string) => {
  const client = useQueryClient();
  const queryKey = [path, 'page'];
  const page = useQuery({
    queryKey,
    queryFn: () => request<PatientPage>(`${path}/page`),
    refetchInterval: lookAgainMs,
  });
  const act = useMutation({
    mutationFn: (deed: Deed) => send(path, deed),
    // What is being asked for was asked before the deed: it would take its answer back for a while.
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (fresh) => client.setQueryData(queryKey, fresh),
    // What was refused may look different by now.
    onError: () => void client.invalidateQueries({ queryKey }),
  });
  return { page, act };
};

export type Act = ReturnType<typeof usePage>['act'];
