import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTypedSearch } from '../ui/typed-search.ts';
import { directions, outcomes, readCallSearch, type CallSearch } from './call-search.ts';
import classes from './call-filters.module.css';

interface CallFiltersProps {
  search: CallSearch;
  onChange: (search: CallSearch) => void;
}

export const CallFilters = ({ search, onChange }: CallFiltersProps) => {
  const { t } = useTranslation('calls');
  const change = (part: Record<string, unknown>): void => onChange(readCallSearch({ ...search, ...part }));
  const [typed, type] = useTypedSearch(search.q ?? '', (q) => change({ q }));
  return (
    <Group gap="xs" className={classes.filters} role="search">
      <TextInput
        type="search"
        aria-label={t('log.search')}
        placeholder={t('log.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        aria-label={t('log.direction')}
        placeholder={t('log.anyDirection')}
        clearable
        data={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
        value={search.direction ?? null}
        onChange={(direction) => change({ direction })}
      />
      <Select
        aria-label={t('log.outcome')}
        placeholder={t('log.anyOutcome')}
        clearable
        data={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={search.outcome ?? null}
        onChange={(outcome) => change({ outcome })}
      />
    </Group>
  );
};
