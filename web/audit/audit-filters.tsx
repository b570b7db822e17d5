import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useActionWords } from './action-words.ts';
import { auditEn } from './audit.en.ts';
import { PatientFilter } from './patient-filter.tsx';
import { readAuditSearch, type AuditSearch } from './audit-search.ts';
import { auditExportAddress, auditPeopleQuery } from './audit.query.ts';
import classes from './audit.module.css';

interface AuditFiltersProps {
  clinicId: string;
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
}

/** What can be done with each, in the order of the words. */
const actions: Partial<Record<string, object>> = auditEn.actions;
const kinds = Object.keys(auditEn.kinds) as (keyof typeof auditEn.kinds)[];

export const AuditFilters = ({ clinicId, search, onChange }: AuditFiltersProps) => {
  const { t } = useTranslation('audit');
  const words = useActionWords();
  const kind = kinds.find((each) => each === search.kind);
  const deeds = kind === undefined ? undefined : actions[kind];
  const people = useQuery(auditPeopleQuery(clinicId)).data?.people ?? [];
  const change = (part: Record<string, string>): void => onChange(readAuditSearch({ ...search, ...part }));
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={t('person')}
        data={[
          { value: '', label: t('anybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.person ?? ''}
        onChange={(event) => change({ person: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('kind')}
        data={[
          { value: '', label: t('anything') },
          ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
        value={search.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value, action: '' })}
      />
      {deeds !== undefined && (
        <NativeSelect
          label={t('action')}
          data={[
            { value: '', label: t('anything') },
            ...Object.keys(deeds).map((deed) => ({
              value: `${kind}.${deed}`,
              label: words(`${kind}.${deed}`),
            })),
          ]}
          value={search.action ?? ''}
          onChange={(event) => change({ action: event.currentTarget.value })}
        />
      )}
      <PatientFilter clinicId={clinicId} search={search} onChange={change} />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(name)}
          value={search[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <Button
        component="a"
        href={auditExportAddress(clinicId, search)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('export')}
      </Button>
    </div>
  );
};
