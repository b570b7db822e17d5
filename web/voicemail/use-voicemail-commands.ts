import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VoicemailStatus, VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { changeEverywhere } from './change-voicemail.ts';

interface VoicemailChange {
  status?: VoicemailStatus;
  assignedTo?: string | null;
}

export interface VoicemailCommands {
  markHeard: () => void;
  /** Takes the message off the list, with a way back. */
  markDone: () => void;
  reopen: () => void;
  assign: (person: { staffId: string; name: string } | null) => void;
  /** Deletes the message, with a way back. */
  remove: () => void;
  restore: () => void;
  /** Removes it for good. */
  erase: () => void;
}

const showAtOnce = (queries: QueryClient, clinicId: string, changed: VoicemailView): void => {
  queries.setQueriesData({ queryKey: clinicKey(clinicId, 'voicemails') }, (answer: unknown) =>
    changeEverywhere(answer, changed),
  );
};

/** What can be done with a message. Each change shows at once, and goes back when the server refuses it. */
export const useVoicemailCommands = (clinicId: string, voicemail: VoicemailView): VoicemailCommands => {
  const { t } = useTranslation(['voicemail', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const path = clinicPath(clinicId, `voicemails/${encodeURIComponent(voicemail.id)}`);
  const refetch = () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'voicemails') });
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    void refetch();
  };
  const change = useMutation({
    mutationFn: ({ body }: { body: VoicemailChange; shown: VoicemailView }) =>
      request<VoicemailView>(path, { method: 'PATCH', body }),
    onMutate: ({ shown }) => showAtOnce(queries, clinicId, shown),
    onSuccess: refetch,
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ forGood }: { forGood: boolean }) =>
      request(path, { method: 'DELETE', query: { forGood: forGood || null } }),
    onMutate: () =>
      showAtOnce(queries, clinicId, {
        ...voicemail,
        deleted: { at: new Date().toISOString(), by: null },
      }),
    onSuccess: refetch,
    onError,
  });
  const restore = useMutation({
    mutationFn: () => request<VoicemailView>(`${path}/restore`, { method: 'POST' }),
    onMutate: () => showAtOnce(queries, clinicId, { ...voicemail, deleted: null }),
    onSuccess: refetch,
    onError,
  });
  const name = voicemail.caller.name ?? t('voicemail:one');
  const setStatus = (status: VoicemailStatus): void =>
    change.mutate({ body: { status }, shown: { ...voicemail, status } });
  return {
    markHeard: () => setStatus('heard'),
    markDone: () => {
      setStatus('done');
      offerUndo({
        message: t('voicemail:doneNotice', { name }),
        undoLabel: t('ui:undo'),
        onUndo: () => setStatus(voicemail.status === 'done' ? 'heard' : voicemail.status),
      });
    },
    reopen: () => setStatus('heard'),
    assign: (person) =>
      change.mutate({
        body: { assignedTo: person?.staffId ?? null },
        shown: { ...voicemail, assignedTo: person },
      }),
    remove: () => {
      remove.mutate({ forGood: false });
      offerUndo({
        message: t('voicemail:deletedNotice', { name }),
        undoLabel: t('ui:undo'),
        onUndo: () => restore.mutate(),
      });
    },
    restore: () => restore.mutate(),
    erase: () => remove.mutate({ forGood: true }),
  };
};
