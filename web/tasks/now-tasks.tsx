import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './task-row.module.css';
import { openTasksQuery } from './tasks.query.ts';

// Menus and forms of the rows are half as heavy as the board: who has nothing to do does not wait for them.
const TaskRow = lazy(async () => ({ default: (await import('./task-row.tsx')).TaskRow }));

/** What fits beside the calls; the page of tasks has the rest. */
const most = 8;

/** Callbacks and tasks on Now, what is due first at the top. */
export const NowTasks = ({ clinic }: { clinic: MyClinic }) => {
  const { t } = useTranslation('tasks');
  const { data, error, isPending } = useQuery(openTasksQuery(clinic.id, {}, most));
  const tasks = data?.items ?? [];
  return (
    <Panel title={t('now.title')} count={data?.counts?.open}>
      {error !== null && data === undefined && <ProblemNotice error={error} />}
      {isPending && <RowsSkeleton rows={2} />}
      {data !== undefined && tasks.length === 0 && <p className={classes.none}>{t('now.none')}</p>}
      <ul className={classes.list}>
        <Suspense fallback={<RowsSkeleton rows={Math.min(tasks.length, 2)} />}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} clinic={clinic} />
          ))}
        </Suspense>
      </ul>
      {data?.nextCursor != null && (
        <Anchor
          display="block"
          p="md"
          renderRoot={(props) => (
            <Link {...props} to="/clinics/$clinicId/tasks" params={{ clinicId: clinic.id }} />
          )}
        >
          {t('now.all')}
        </Anchor>
      )}
    </Panel>
  );
};
