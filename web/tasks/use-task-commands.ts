import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskChange } from '../../src/tasks/rules/task-draft.ts';
import type { TaskView } from '../../src/tasks/rules/task-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone, offerUndo, reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { changeTasks } from './change-tasks.ts';
import { useTaskTitle } from './task-title.ts';

interface Change {
  task: TaskView;
  body: TaskChange;
  /** as it is shown until the server has answered */
  shown: TaskView;
}

/** What can be done with tasks. Each change shows at once, and goes back when the server refuses it. */
export const useTaskCommands = (clinicId: string) => {
  const { t } = useTranslation(['tasks', 'ui']);
  const words = useProblemWords();
  const titleOf = useTaskTitle();
  const queries = useQueryClient();
  const all = clinicKey(clinicId, 'tasks');
  const refetch = () => queries.invalidateQueries({ queryKey: all });
  const onError = (error: unknown): void => {
    reportProblem(words(error));
    void refetch();
  };
  const change = useMutation({
    mutationFn: ({ task, body }: Change) =>
      request<TaskView>(clinicPath(clinicId, `tasks/${encodeURIComponent(task.id)}`), {
        method: 'PATCH',
        body,
      }),
    onMutate: ({ shown }) =>
      queries.setQueriesData({ queryKey: all }, (answer: unknown) => changeTasks(answer, shown)),
    onSuccess: refetch,
    onError,
  });
  const add = useMutation({
    mutationFn: (body: unknown) => request<TaskView>(clinicPath(clinicId, 'tasks'), { method: 'POST', body }),
    onSuccess: refetch,
    onError,
  });
  const setDone = (task: TaskView, done: boolean): void =>
    change.mutate({
      task,
      body: { done },
      shown: { ...task, doneAt: done ? new Date().toISOString() : null },
    });
  return {
    saving: add.isPending || change.isPending,
    add: (body: unknown, onDone: () => void) =>
      add.mutate(body, {
        onSuccess: () => {
          confirmDone(t('tasks:write.saved'));
          onDone();
        },
      }),
    edit: (task: TaskView, body: TaskChange, onDone: () => void) =>
      change.mutate({ task, body: { revision: task.revision, ...body }, shown: task }, { onSuccess: onDone }),
    finish: (task: TaskView) => {
      setDone(task, true);
      offerUndo({
        message: t('tasks:doneNotice', { title: titleOf(task) }),
        undoLabel: t('ui:undo'),
        onUndo: () => setDone(task, false),
      });
    },
    reopen: (task: TaskView) => setDone(task, false),
    assign: (task: TaskView, owner: TaskView['owner']) =>
      change.mutate({ task, body: { ownerId: owner?.staffId ?? null }, shown: { ...task, owner } }),
  };
};
