import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PageLinks } from '../../src/patient-page/rules/page-links-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { confirmDone, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { pageLinksPath, pageLinksQuery } from './messages.query.ts';

/** Sends a patient a link to their own page, or ends all there are. */
export const usePageLinkCommands = (clinicId: string, patientId: string) => {
  const { t } = useTranslation('messages');
  const words = useProblemWords();
  const queries = useQueryClient();
  const path = pageLinksPath(clinicId, patientId);
  const onError = (error: unknown): void => reportProblem(words(error));
  const send = useMutation({
    mutationFn: (channel: 'sms' | 'email') =>
      request(path, { method: 'POST', body: { channel, key: crypto.randomUUID() } }),
    onSuccess: () => {
      confirmDone(t('page.sent'));
      return queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'messages') });
    },
    onError,
  });
  const end = useMutation({
    mutationFn: () => request<PageLinks>(path, { method: 'DELETE' }),
    onSuccess: (left) => {
      confirmDone(t('page.ended'));
      queries.setQueryData(pageLinksQuery(clinicId, patientId).queryKey, left);
    },
    onError,
  });
  return { busy: send.isPending || end.isPending, send: send.mutate, end: end.mutate };
};
