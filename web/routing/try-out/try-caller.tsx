import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { findPatientsQuery } from '../../patients/patients.query.ts';

export interface Caller {
  id: string;
  name: string;
}

interface TryCallerProps {
  caller: Caller | null;
  onChange: (caller: Caller | null) => void;
}

/** Who is calling: somebody unknown, or one of the patients from their number. */
export const TryCaller = ({ caller, onChange }: TryCallerProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === caller?.name ? '' : typed.trim(), 200);
  const { data = [] } = useQuery(findPatientsQuery(clinic.id, q));
  const offered = q === '' ? [] : data.map(({ id, name }) => ({ id, name }));
  const known =
    caller === null || offered.some(({ id }) => id === caller.id) ? offered : [caller, ...offered];
  return (
    <Select
      label={t('try.caller')}
      placeholder={t('try.unknownCaller')}
      searchable
      clearable
      nothingFoundMessage={t(typed.trim() === '' ? 'try.typeCaller' : 'try.noCaller')}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={caller?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value) => onChange(known.find(({ id }) => id === value) ?? null)}
    />
  );
};
