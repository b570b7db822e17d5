import { Alert, Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './change-words.ts';
import type { DraftField, PatientDraft } from './draft.ts';
import classes from './patient-form.module.css';
import type { Conflict } from './use-edit-draft.ts';

interface ConflictNoticeProps {
  conflict: Conflict;
  onTakeTheirs: (field: DraftField) => void;
}

/** A field's value in a line, as far as it is one. */
const inWords = (value: PatientDraft[DraftField]): string => {
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') return (value / 100).toFixed(2);
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return Object.values(value).filter(Boolean).join(', ');
  return value
    .map((each) => {
      if (typeof each === 'string') return each;
      if ('number' in each) return each.number;
      return 'email' in each ? each.email : each.value;
    })
    .join(', ');
};

/** Who was quicker, what has been taken over, and what both have changed. */
export const ConflictNotice = ({ conflict, onTakeTheirs }: ConflictNoticeProps) => {
  const { t } = useTranslation('patients');
  const fieldWords = useFieldWords();
  const { by, taken, both, theirs } = conflict;
  return (
    <Alert
      role="alert"
      className={classes.conflict}
      color="yellow"
      variant="light"
      icon={<IconUsers />}
      title={t('conflict.title', { name: by ?? t('conflict.somebody') })}
    >
      {taken.length === 0 ? t('conflict.textNothing') : t('conflict.text', { fields: fieldWords(taken) })}{' '}
      {both.length > 0 && (
        <>
          {t('conflict.both')}
          <ul>
            {both.map((field) => (
              <li key={field}>
                {t('conflict.theirs', {
                  field: fieldWords([field]),
                  value: inWords(theirs[field]) || t('conflict.empty'),
                })}
                <Button size="compact-xs" variant="default" onClick={() => onTakeTheirs(field)}>
                  {t('conflict.takeTheirs')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {t('conflict.saveAgain')}
    </Alert>
  );
};
