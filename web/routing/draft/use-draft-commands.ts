import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '../../../src/routing/rules/draft-view.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { clinicPath, request } from '../../platform/request.ts';
import { confirmDone, offerUndo, reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';
import { draftQuery } from '../routing.query.ts';
import type { KeptDraft } from './routing-draft.ts';

interface DraftCommands {
  publish: () => void;
  discard: () => void;
  /** Publishes once more what was published then. */
  restore: (number: number) => void;
  busy: boolean;
}

/** What is done with a draft as a whole. */
export const useDraftCommands = (clinicId: string, { state, show, change }: KeptDraft): DraftCommands => {
  const { t } = useTranslation('routing');
  const words = useProblemWords();
  const queries = useQueryClient();
  const path = (rest: string): string => clinicPath(clinicId, `routing/${rest}`);
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    // Somebody else was quicker: what there is now is shown.
    void queries.invalidateQueries({ queryKey: draftQuery(clinicId).queryKey });
  };
  const settle = (view: DraftView): void => {
    show(view);
    void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'routing', 'publications') });
    void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'routing-preview') });
    void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'departments') });
  };
  const publish = useMutation({
    mutationFn: () =>
      request<DraftView>(path('draft/publish'), { method: 'POST', body: { revision: state.base.revision } }),
    onSuccess: (view) => {
      settle(view);
      confirmDone(t('draft.publishedNow', { number: view.publication }));
    },
    onError,
  });
  const discard = useMutation({
    mutationFn: () =>
      request<DraftView>(path('draft'), { method: 'DELETE', query: { revision: state.base.revision } }),
    onMutate: () => state.document,
    onSuccess: (view, _, before) => {
      settle(view);
      offerUndo({ message: t('draft.discarded'), undoLabel: t('draft.undo'), onUndo: () => change(before) });
    },
    onError,
  });
  const restore = useMutation({
    mutationFn: (number: number) =>
      request<DraftView>(path(`publications/${number}/restore`), {
        method: 'POST',
        body: { newest: state.base.publication },
      }),
    onSuccess: (view, number) => {
      settle(view);
      confirmDone(t('history.restored', { number }));
    },
    onError,
  });
  return {
    publish: publish.mutate,
    discard: discard.mutate,
    restore: restore.mutate,
    busy: publish.isPending || discard.isPending || restore.isPending,
  };
};
