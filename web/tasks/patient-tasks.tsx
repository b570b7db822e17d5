import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { TaskRow } from './task-row.tsx';
import classes from './task-row.module.css';
import { openTasksQuery } from './tasks.query.ts';
import { WriteTask } from './write-task.tsx';

/** More than this nobody leaves open about one person; the page of tasks has all. */
const most = 50;

/** What is open about one person, and room for more. */
export const PatientTasks = ({ patient, clinic }: { patient: { id: string }; clinic: MyClinic }) => {
  const { t } = useTranslation('tasks');
  const [adding, setAdding] = useState(false);
  const { data, error, isPending } = useQuery(openTasksQuery(clinic.id, { patientId: patient.id }, most));
  const tasks = data?.items ?? [];
  return (
    <Panel
      title={t('person.title')}
      count={tasks.length}
      actions={
        mayWrite(clinic.role) &&
        !adding && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('person.add')}
          </Button>
        )
      }
    >
      {error !== null && data === undefined && <ProblemNotice error={error} />}
      {isPending && <RowsSkeleton rows={2} />}
      {adding && (
        <div className={classes.write}>
          <WriteTask clinic={clinic} about={{ patientId: patient.id }} onClose={() => setAdding(false)} />
        </div>
      )}
      {data !== undefined && tasks.length === 0 && !adding && (
        <p className={classes.none}>{t('person.none')}</p>
      )}
      <ul className={classes.list}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} clinic={clinic} nameless />
        ))}
      </ul>
    </Panel>
  );
};
