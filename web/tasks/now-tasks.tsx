import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { TaskRow } from './task-row.tsx';
import classes from './task-row.module.css';
import { openTasksQuery } from './tasks.query.ts';

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
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} clinic={clinic} />
        ))}
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
