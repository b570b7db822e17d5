import { TextInput, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuilding, IconSearch, IconUser } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { StaffStateLabel } from '../staff/staff-state-label.tsx';
import { byState, canTakeCall, staffState } from '../staff/staff-state.ts';
import { departmentsQuery, staffQuery } from '../staff/staff.query.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { transferCall, type TransferTarget } from './call-commands.ts';
import classes from './transfer-list.module.css';

interface TransferListProps {
  clinic: MyClinic;
  callId: string;
  onDone: () => void;
}

/** Colleagues who can take the call now, then departments; one click hands the call over. */
export const TransferList = ({ clinic, callId, onDone }: TransferListProps) => {
  const { t } = useTranslation('softphone');
  const words = useProblemWords();
  const [search, setSearch] = useState('');
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const { data: departments = [] } = useQuery(departmentsQuery(clinic.id));
  const transfer = useMutation({
    mutationFn: ({ target }: { target: TransferTarget; name: string }) =>
      transferCall(clinic.id, callId, target),
    onSuccess: (_answer, { name }) => {
      notifications.show({ message: t('transferred', { name }), withBorder: true });
      onDone();
    },
    onError: (error) => reportProblem(words(error)),
  });
  const matches = (name: string): boolean =>
    name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
  const colleagues = staff
    .filter((person) => person.id !== clinic.staffId && matches(person.name))
    .toSorted(byState);
  const places = departments.filter((department) => matches(department.name));
  return (
    <div className={classes.list}>
      <TextInput
        aria-label={t('searchColleague')}
        placeholder={t('searchColleague')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        autoFocus
      />
      {colleagues.length + places.length === 0 && <p className={classes.none}>{t('nobodyFound')}</p>}
      <Group title={t('colleagues')} shown={colleagues.length > 0}>
        {colleagues.map((person) => (
          <UnstyledButton
            key={person.id}
            className={classes.row}
            disabled={!canTakeCall(person) || transfer.isPending}
            onClick={() => transfer.mutate({ target: { staffId: person.id }, name: person.name })}
          >
            <IconUser size={18} aria-hidden />
            <span className={classes.name}>{person.name}</span>
            <StaffStateLabel state={staffState(person)} />
          </UnstyledButton>
        ))}
      </Group>
      <Group title={t('departments')} shown={places.length > 0}>
        {places.map((department) => (
          <UnstyledButton
            key={department.id}
            className={classes.row}
            disabled={transfer.isPending}
            onClick={() =>
              transfer.mutate({ target: { departmentId: department.id }, name: department.name })
            }
          >
            <IconBuilding size={18} aria-hidden />
            <span className={classes.name}>{department.name}</span>
          </UnstyledButton>
        ))}
      </Group>
    </div>
  );
};

const Group = ({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) =>
  shown ? (
    <div role="group" aria-label={title}>
      <p className={classes.title} aria-hidden>
        {title}
      </p>
      {children}
    </div>
  ) : null;
