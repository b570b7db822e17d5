import { Menu } from '@mantine/core';
import { IconCheck, IconUser, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { staffQuery } from '../staff/staff.query.ts';

interface AssignMenuProps {
  clinic: MyClinic;
  voicemail: VoicemailView;
  onAssign: (person: { staffId: string; name: string } | null) => void;
}

/** Who takes care of a message: myself first, then the colleagues by name. */
export const AssignMenu = ({ clinic, voicemail, onAssign }: AssignMenuProps) => {
  const { t } = useTranslation('voicemail');
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const mine = clinic.staffId;
  const people = staff.toSorted(
    (one, other) => Number(other.id === mine) - Number(one.id === mine) || one.name.localeCompare(other.name),
  );
  return (
    <Menu.Sub position="left-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconUser size={16} aria-hidden />}>{t('assign')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {people.map((person) => (
          <Menu.Item
            key={person.id}
            rightSection={
              voicemail.assignedTo?.staffId === person.id ? <IconCheck size={16} aria-hidden /> : null
            }
            onClick={() => onAssign({ staffId: person.id, name: person.name })}
          >
            {person.id === mine ? t('assignMe', { name: person.name }) : person.name}
          </Menu.Item>
        ))}
        {voicemail.assignedTo !== null && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => onAssign(null)}>
              {t('assignNobody')}
            </Menu.Item>
          </>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
};
