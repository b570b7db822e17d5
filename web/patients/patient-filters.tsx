import { TextInput, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconSearch, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../app/language.ts';
import { useTypedSearch } from '../ui/typed-search.ts';
import { readPatientSearch, switches, type PatientSearch } from './patient-search.ts';
import classes from './patients-page.module.css';

interface PatientFiltersProps {
  search: PatientSearch;
  onChange: (search: PatientSearch) => void;
}

/** One box for everything one may know of somebody, and a row of chips. `/` jumps into the box, ↓ out of it. */
export const PatientFilters = ({ search, onChange }: PatientFiltersProps) => {
  const { t } = useTranslation('patients');
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => box.current?.select()]]);
  const change = (part: Record<string, unknown>): void => onChange(readPatientSearch({ ...search, ...part }));
  const [typed, type] = useTypedSearch(search.q ?? '', (q) => change({ q }));
  return (
    <div className={classes.tools} role="search">
      <TextInput
        ref={box}
        className={classes.search}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        aria-keyshortcuts="/"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-person="0"]')?.focus();
        }}
      />
      <div className={classes.chips} role="group" aria-label={t('filters')}>
        {search.tag !== undefined && (
          <Chip on icon={<IconX size={14} />} onClick={() => change({ tag: undefined })}>
            {t('tagged', { tag: search.tag })}
          </Chip>
        )}
        {switches.map((name) => (
          <Chip
            key={name}
            on={search[name] === true}
            onClick={() => change({ [name]: search[name] !== true })}
          >
            {t(`switches.${name}`)}
          </Chip>
        ))}
        {languages.map((language) => (
          <Chip
            key={language}
            on={search.language === language}
            onClick={() => change({ language: search.language === language ? undefined : language })}
          >
            {t(`speaks.${language}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
};

interface ChipProps {
  on: boolean;
  icon?: React.ReactNode;
  onClick: () => void;
  children: string;
}

/** Never by colour alone: a filter that is on carries a tick. */
const Chip = ({ on, icon, onClick, children }: ChipProps) => (
  <UnstyledButton className={classes.chip} aria-pressed={on} onClick={onClick}>
    {on && <span aria-hidden>{icon ?? <IconCheck size={14} style={{ verticalAlign: '-2px' }} />}</span>}
    {children}
  </UnstyledButton>
);
