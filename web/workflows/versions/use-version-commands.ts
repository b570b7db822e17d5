import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../../live/query-keys.ts';
import { request } from '../../platform/request.ts';
import { confirmDone, offerUndo, reportProblem } from '../../ui/notice.tsx';
import { useProblemWords } from '../../ui/problem-words.ts';
import { workflowPath, workflowQuery } from '../workflows.query.ts';

/** The ways back to what was published before. */
export const useVersionCommands = (clinicId: string, workflow: WorkflowView) => {
  const { t } = useTranslation(['versions', 'ui']);
  const words = useProblemWords();
  const queries = useQueryClient();
  const renew = (): void => void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') });
  const take = (view: WorkflowView): void => {
    queries.setQueryData(workflowQuery(clinicId, workflow.id).queryKey, view);
    renew();
  };
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    renew();
  };
  const ask = (path: string, method: 'PATCH' | 'POST', body: object): Promise<WorkflowView> =>
    request<WorkflowView>(workflowPath(clinicId, workflow.id, path), { method, body });
  const keepDraft = useMutation({
    mutationFn: (body: { revision: number; draft: WorkflowView['draft'] }) => ask('', 'PATCH', body),
    onSuccess: take,
    onError,
  });
  const restore = useMutation({
    mutationFn: (version: number) =>
      ask(`/versions/${version}/restore`, 'POST', { revision: workflow.revision }),
    onSuccess: (view, version) => {
      const { draft } = workflow;
      take(view);
      offerUndo({
        message: t('restored', { number: version }),
        undoLabel: t('ui:undo'),
        onUndo: () => keepDraft.mutate({ revision: view.revision, draft }),
      });
    },
    onError,
  });
  const undo = useMutation({
    mutationFn: (revision: number) => ask('/undo-publication', 'POST', { revision }),
    onSuccess: (view) => {
      take(view);
      confirmDone(t('undone'));
    },
    onError,
  });
  return {
    restore: restore.mutate,
    undo: undo.mutate,
    isBusy: restore.isPending || undo.isPending || keepDraft.isPending,
  };
};
