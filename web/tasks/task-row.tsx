import { IconChecklist, IconCircleCheck, IconNote, IconPhoneOutgoing, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../src/tasks/rules/task-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import { DueLabel } from './due-label.tsx';
import { TaskActions } from './task-actions.tsx';
import classes from './task-row.module.css';
import { useTaskTitle } from './task-title.ts';
import { WriteTask } from './write-task.tsx';

const icons = { task: IconChecklist, callback: IconPhoneOutgoing, note: IconNote };

interface TaskRowProps {
  task: TaskView;
  clinic: MyClinic;
  /** the person's own page does not name the person again */
  nameless?: boolean;
}

/** One thing to do with everything that is done with it: call, finish, give away, change, in place. */
export const TaskRow = ({ task, clinic, nameless = false }: TaskRowProps) => {
  const { t } = useTranslation('tasks');
  const titleOf = useTaskTitle();
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <li className={classes.row}>
        <WriteTask clinic={clinic} task={task} onClose={() => setChanging(false)} />
      </li>
    );
  const Icon = icons[task.kind];
  return (
    <li className={classes.row} data-testid={`task-${task.id}`} data-done={task.doneAt !== null}>
      <div className={classes.head}>
        <Icon className={classes.icon} size={18} role="img" aria-label={t(`kinds.${task.kind}`)} />
        <span className={classes.title}>{titleOf(task)}</span>
        {task.doneAt === null ? (
          task.dueAt !== null && <DueLabel at={task.dueAt} timeZone={clinic.timeZone} />
        ) : (
          <StatusLabel tone="grey" icon={<IconCircleCheck />}>
            {task.doneBy === null ? t('done') : t('doneBy', { name: task.doneBy })}
          </StatusLabel>
        )}
      </div>
      {task.body !== null && <p className={classes.body}>{task.body}</p>}
      <div className={classes.foot}>
        <TaskFacts task={task} clinic={clinic} nameless={nameless} />
        <TaskActions task={task} clinic={clinic} title={titleOf(task)} onChange={() => setChanging(true)} />
      </div>
    </li>
  );
};

const TaskFacts = ({ task, clinic, nameless }: TaskRowProps) => {
  const { t } = useTranslation('tasks');
  const { patient, owner, createdAt } = task;
  return (
    <span className={classes.facts}>
      {patient !== null && nameless !== true && (
        <Link
          to="/clinics/$clinicId/patients/$patientId"
          params={{ clinicId: clinic.id, patientId: patient.id }}
          className={classes.person}
        >
          {patient.name}
        </Link>
      )}
      <span className={classes.owner}>
        <IconUser size={14} aria-hidden /> {owner?.name ?? t('nobody')}
      </span>
      <span>
        <Source task={task} clinicId={clinic.id} />, <MomentText at={createdAt} timeZone={clinic.timeZone} />
      </span>
    </span>
  );
};

/** Who made it; what a workflow made leads to the story of it. */
const Source = ({ task, clinicId }: { task: TaskView; clinicId: string }) => {
  const { t } = useTranslation('tasks');
  const { source, sourceId, workflow, createdBy } = task;
  if (source === 'workflow' && workflow !== null && sourceId !== null)
    return (
      <Link
        to="/clinics/$clinicId/workflows/instances/$instanceId"
        params={{ clinicId, instanceId: sourceId }}
        className={classes.person}
      >
        {t('sources.version', workflow)}
      </Link>
    );
  if (source !== 'staff') return t(`sources.${source}`);
  return createdBy === null ? t('sources.unknown') : t('sources.staff', { name: createdBy });
};
