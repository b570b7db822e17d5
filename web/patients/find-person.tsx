import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientListItem } from '../../src/patients/rules/patient-views.ts';
import { plainDate } from '../ui/moment.ts';
import classes from './family-panel.module.css';
import { findPatientsQuery } from './patients.query.ts';

const pauseMilliseconds = 200;

interface FindPersonProps {
  clinicId: string;
  /** who is not to be found: the person one looks from */
  except: string;
  onFound: (person: PatientListItem) => void;
  label?: string;
}

/** Somebody else of this clinic, by a few letters or digits. */
export const FindPerson = ({ clinicId, except, onFound, label }: FindPersonProps) => {
  const { t, i18n } = useTranslation('patients');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), pauseMilliseconds);
  const { data } = useQuery(findPatientsQuery(clinicId, q));
  const found = typed.trim() === '' ? [] : (data ?? []).filter(({ id }) => id !== except);
  return (
    <div>
      <TextInput
        type="search"
        label={label ?? t('family.who')}
        placeholder={t('family.whoHint')}
        autoFocus
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || first === undefined || q !== typed.trim()) return;
          event.preventDefault();
          onFound(first);
        }}
      />
      <ul className={classes.found} aria-live="polite">
        {found.map((person) => (
          <li key={person.id}>
            <UnstyledButton className={classes.choice} onClick={() => onFound(person)}>
              {person.name}
              <span className={classes.detail}>
                {person.birthDate === null
                  ? ''
                  : t('person.born', { date: plainDate(person.birthDate, i18n.language) })}
              </span>
            </UnstyledButton>
          </li>
        ))}
        {q !== '' && q === typed.trim() && data !== undefined && found.length === 0 && (
          <li className={classes.detail}>{t('family.nobody')}</li>
        )}
      </ul>
    </div>
  );
};
