import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconSearch, IconUserX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { departmentsQuery, staffQuery } from '../staff/staff.query.ts';
import { useTypedSearch } from '../ui/typed-search.ts';
import { directions, outcomes, readCallSearch, type CallSearch } from './call-search.ts';
import classes from './call-filters.module.css';

interface CallFiltersProps {
  clinicId: string;
  search: CallSearch;
  onChange: (search: CallSearch) => void;
}

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

export const CallFilters = ({ clinicId, search, onChange }: CallFiltersProps) => {
  const { t } = useTranslation(['calls', 'callDesk']);
  const { data: departments = [] } = useQuery(departmentsQuery(clinicId));
  const { data: staff = [] } = useQuery(staffQuery(clinicId));
  const change = (part: Record<string, unknown>): void => onChange(readCallSearch({ ...search, ...part }));
  const [typed, type] = useTypedSearch(search.q ?? '', (q) => change({ q }));
  const choices = [
    {
      key: 'direction',
      label: t('calls:log.direction'),
      any: t('calls:log.anyDirection'),
      data: directions.map((value) => ({ value, label: t(`calls:directions.${value}`) })),
    },
    {
      key: 'outcome',
      label: t('calls:log.outcome'),
      any: t('calls:log.anyOutcome'),
      data: outcomes.map((value) => ({ value, label: t(`calls:outcomes.${value}`) })),
    },
    {
      key: 'departmentId',
      label: t('callDesk:filters.department'),
      any: t('callDesk:filters.anyDepartment'),
      data: departments.map(named),
    },
    {
      key: 'staffId',
      label: t('callDesk:filters.staff'),
      any: t('callDesk:filters.anyStaff'),
      data: staff.map(named),
    },
  ] as const;
  return (
    <Group gap="xs" className={classes.filters} role="search">
      <TextInput
        type="search"
        aria-label={t('calls:log.search')}
        placeholder={t('calls:log.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {choices.map(({ key, label, any, data }) => (
        <Select
          key={key}
          aria-label={label}
          placeholder={any}
          clearable
          searchable={data.length > 8}
          data={data}
          value={search[key] ?? null}
          onChange={(value) => change({ [key]: value })}
        />
      ))}
      <div className={classes.days}>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            aria-label={t(`callDesk:filters.${end}`)}
            leftSection={<span className={classes.dayWord}>{t(`callDesk:filters.${end}Short`)}</span>}
            leftSectionWidth={44}
            value={search[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value })}
          />
        ))}
      </div>
      {search.personId !== undefined && (
        <Button
          variant="light"
          leftSection={<IconUserX size={16} aria-hidden />}
          onClick={() => change({ personId: undefined })}
        >
          {t('callDesk:filters.allPeople')}
        </Button>
      )}
    </Group>
  );
};
