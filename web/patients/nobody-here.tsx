import { Button } from '@mantine/core';
import { IconSearchOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { isNarrowed, type PatientSearch } from './patient-search.ts';

interface NobodyHereProps {
  search: PatientSearch;
  clinic: MyClinic;
  onChange: (search: PatientSearch) => void;
}

/** In the place of the list: why it is empty, and the one step that helps. */
export const NobodyHere = ({ search, clinic, onChange }: NobodyHereProps) => {
  const { t } = useTranslation('patients');
  const mayAdd = mayWrite(clinic.role);
  const name = search.q ?? '';
  const filtered = isNarrowed(search);
  if (filtered && (name === '' || Object.keys(search).length > 1)) {
    return (
      <EmptyState
        icon={<IconSearchOff />}
        title={t('noneFiltered')}
        action={
          <Button variant="light" onClick={() => onChange(name === '' ? {} : { q: name })}>
            {t('showAll')}
          </Button>
        }
      >
        {t('noneFilteredText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={filtered ? <IconSearchOff /> : <IconUsers />}
      title={t(filtered ? 'noneFound' : 'none')}
      action={
        mayAdd && (
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/patients/new"
                params={{ clinicId: clinic.id }}
                search={name === '' ? {} : /\d{4}/.test(name) ? { number: name } : { name }}
              />
            )}
          >
            {name === '' ? t('add') : t('addNamed', { name })}
          </Button>
        )
      }
    >
      {t(filtered ? 'noneFoundText' : 'noneText')}
    </EmptyState>
  );
};
