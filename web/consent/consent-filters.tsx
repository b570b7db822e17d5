import { Select, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTypedSearch } from '../ui/typed-search.ts';
import { channels, purposes } from './choices.ts';
import classes from './consent-page.module.css';
import type { ConsentSearch, Tab } from './consent-search.ts';
import { useContactWords } from './contact-words.ts';

interface ConsentFiltersProps {
  tab: Tab;
  search: ConsentSearch;
  onChange: (part: { [Key in keyof ConsentSearch]: unknown }) => void;
}

export const ConsentFilters = ({ tab, search, onChange }: ConsentFiltersProps) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const [typed, type] = useTypedSearch(search.q ?? '', (q) => onChange({ q }));
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {tab === 'records' ? (
        <Select
          aria-label={t('purposeFilter')}
          placeholder={t('anyPurpose')}
          clearable
          data={purposes.map((value) => ({ value, label: words.purpose(value) }))}
          value={search.purpose ?? null}
          onChange={(purpose) => onChange({ purpose })}
        />
      ) : (
        <Select
          aria-label={t('channelFilter')}
          placeholder={t('anyChannel')}
          clearable
          data={channels.map((value) => ({ value, label: words.channel(value) }))}
          value={search.channel ?? null}
          onChange={(channel) => onChange({ channel })}
        />
      )}
      <Switch
        label={t('everything')}
        checked={search.all === true}
        onChange={(event) => onChange({ all: event.currentTarget.checked || undefined })}
      />
    </div>
  );
};
