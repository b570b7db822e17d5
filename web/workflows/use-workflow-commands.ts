import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Overdue, UnderWay, WorkflowView } from '../../src/workflows/rules/workflow-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { request } from '../platform/request.ts';
import { confirmDone, offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { useVersionCommands } from './versions/use-version-commands.ts';
import { workflowPath, workflowQuery } from './workflows.query.ts';

interface Command {
  path: string;
  body?: object;
  said: 'published' | 'pausedNow' | 'resumed';
  /** a publication that nobody has gone by yet */
  undoable?: boolean;
}

/** What a manager can do with one workflow. */
export const useWorkflowCommands = (clinicId: string, workflow: WorkflowView) => {
  const { t } = useTranslation(['workflows', 'ui']);
  const { undo } = useVersionCommands(clinicId, workflow);
  const words = useProblemWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const renew = (): void => void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'workflows') });
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    renew();
  };
  const act = useMutation({
    mutationFn: ({ path, body }: Command) =>
      request<WorkflowView>(workflowPath(clinicId, workflow.id, path), {
        method: 'POST',
        ...(body === undefined ? {} : { body }),
      }),
    onSuccess: (view, { said, undoable }) => {
      queries.setQueryData(workflowQuery(clinicId, workflow.id).queryKey, view);
      const { paused, running } = view.instances;
      const message = t(said, { count: said === 'pausedNow' ? paused : running });
      if (undoable === true)
        offerUndo({ message, undoLabel: t('ui:undo'), onUndo: () => undo(view.revision) });
      else confirmDone(message);
      renew();
    },
    onError,
  });
  const archive = useMutation({
    mutationFn: () => request(workflowPath(clinicId, workflow.id), { method: 'DELETE' }),
    onSuccess: async () => {
      confirmDone(t('archived'));
      await navigate({ to: '/clinics/$clinicId/workflows', params: { clinicId } });
      renew();
    },
    onError,
  });
  return {
    publish: (underWay: UnderWay) =>
      act.mutate({
        path: '/publish',
        body: { revision: workflow.revision, underWay },
        said: 'published',
        undoable: underWay === 'keep',
      }),
    pause: () => act.mutate({ path: '/pause', said: 'pausedNow' }),
    resume: (choice: Overdue, onDone: () => void) =>
      act.mutate({ path: '/resume', body: choice, said: 'resumed' }, { onSuccess: onDone }),
    archive: () => archive.mutate(),
    isBusy: act.isPending || archive.isPending,
  };
};
