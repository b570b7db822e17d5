import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useEditing, useScope } from './editing.ts';
import { useDocumentNames } from './draft/use-document-words.ts';
import classes from './routing-page.module.css';

/** Which number this part is about; nothing where all are answered alike. */
export const ScopeNote = () => {
  const { t } = useTranslation('routing');
  const { document } = useEditing();
  const { number } = useScope();
  const names = useDocumentNames([document]);
  const navigate = useNavigate({ from: '/clinics/$clinicId/routing' });
  const search = useSearch({ from: '/signed-in/clinics/$clinicId/routing' });
  if (document.numbers.length === 0) return null;
  return (
    <div className={classes.scope}>
      <Select
        label={t('numbers.scope')}
        data={[
          { value: '', label: t('numbers.allOthers') },
          ...document.numbers.map(({ phoneNumber }) => ({
            value: phoneNumber,
            label: names.number(phoneNumber),
          })),
        ]}
        value={number ?? ''}
        allowDeselect={false}
        onChange={(value) => {
          const { number: _, at: __, ...rest } = search;
          void navigate({ search: value ? { ...rest, number: value } : rest, replace: true });
        }}
      />
    </div>
  );
};
