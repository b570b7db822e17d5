import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconHistory, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../src/tasks/rules/task-view.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { CallButton } from '../softphone/call-button.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { RowMenu } from '../ui/row-menu.tsx';
import { GiveTask } from './give-task.tsx';
import classes from './task-row.module.css';
import { useTaskCommands } from './use-task-commands.ts';

interface TaskActionsProps {
  task: TaskView;
  clinic: MyClinic;
  title: string;
  onChange: () => void;
}

export const TaskActions = ({ task, clinic, title, onChange }: TaskActionsProps) => {
  const { t } = useTranslation('tasks');
  const commands = useTaskCommands(clinic.id);
  const { format } = usePhoneNumbers();
  const mayChange = mayWrite(clinic.role);
  const open = task.doneAt === null;
  return (
    <div className={classes.actions}>
      {open && task.phoneNumber !== null && (
        <CallButton
          clinicId={clinic.id}
          to={task.phoneNumber}
          name={task.patient?.name ?? format(task.phoneNumber)}
          size="xs"
        />
      )}
      {mayChange && open && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={() => commands.finish(task)}
        >
          {t(task.kind === 'note' ? 'read' : 'done')}
        </Button>
      )}
      {mayChange && !open && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => commands.reopen(task)}
        >
          {t('reopen')}
        </Button>
      )}
      <RowMenu label={t('more', { title })}>
        {mayChange && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onChange}>
            {t('change')}
          </Menu.Item>
        )}
        {mayChange && (
          <GiveTask clinic={clinic} task={task} onGive={(owner) => commands.assign(task, owner)} />
        )}
        {task.callId !== null && (
          <Menu.Item
            leftSection={<IconHistory size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/calls/$callId"
                params={{ clinicId: clinic.id, callId: task.callId ?? '' }}
              />
            )}
          >
            {t('openCall')}
          </Menu.Item>
        )}
      </RowMenu>
    </div>
  );
};
