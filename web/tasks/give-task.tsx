import { Menu } from '@mantine/core';
import { IconCheck, IconUser, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../src/tasks/rules/task-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { staffQuery } from '../staff/staff.query.ts';
import { meFirst } from './me-first.ts';

interface GiveTaskProps {
  clinic: MyClinic;
  task: TaskView;
  onGive: (owner: TaskView['owner']) => void;
}

/** Whose task it is: myself first, then the colleagues by name. */
export const GiveTask = ({ clinic, task, onGive }: GiveTaskProps) => {
  const { t } = useTranslation('tasks');
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  return (
    <Menu.Sub position="left-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconUser size={16} aria-hidden />}>{t('assign')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {meFirst(staff, clinic.staffId).map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={task.owner?.staffId === id ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => onGive({ staffId: id, name })}
          >
            {id === clinic.staffId ? t('assignMe', { name }) : name}
          </Menu.Item>
        ))}
        {task.owner !== null && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => onGive(null)}>
              {t('assignNobody')}
            </Menu.Item>
          </>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
};
