import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPatientsQuery } from '../patients/patients.query.ts';
import type { AuditSearch } from './audit-search.ts';

const pauseMilliseconds = 200;

interface PatientFilterProps {
  clinicId: string;
  search: AuditSearch;
  onChange: (part: { subject: string }) => void;
}

/** One patient's entries: who has seen and changed what of them. Found by a few letters or digits. */
export const PatientFilter = ({ clinicId, search, onChange }: PatientFilterProps) => {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [q] = useDebouncedValue(typed.trim(), pauseMilliseconds);
  const { data = [] } = useQuery(findPatientsQuery(clinicId, q === chosen?.label ? '' : q));
  const found = data.map(({ id, name }) => ({ value: id, label: name }));
  const kept = chosen !== null && !found.some(({ value }) => value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label={t('patient')}
      placeholder={t('anybody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('anyPatient') }}
      nothingFoundMessage={typed.trim() === '' ? t('typeName') : t('nobodyFound')}
      filter={({ options }) => options}
      data={[...kept, ...found]}
      value={chosen !== null && chosen.value === search.subject ? chosen.value : null}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setChosen(value === null ? null : { value, label: option?.label ?? '' });
        onChange({ subject: value ?? '' });
      }}
    />
  );
};
