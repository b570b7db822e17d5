import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountField } from '../ui/amount-field.tsx';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

export const PracticeFields = ({ draft, faults, currency, onChange }: FieldsProps) => {
  const { t } = useTranslation('patients');
  const words = useFaultWords(faults);
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('form.patientNumber')}
        autoComplete="off"
        maxLength={100}
        value={draft.patientNumber}
        error={words('patientNumber')}
        onChange={(event) => onChange({ patientNumber: event.currentTarget.value })}
      />
      {currency !== null && (
        <AmountField
          label={t('form.balance')}
          fixedDecimalScale
          currency={currency}
          cents={draft.balanceCents}
          error={words('balanceCents')}
          onChange={(balanceCents) => onChange({ balanceCents: balanceCents ?? 0 })}
        />
      )}
      <TagsInput
        className={classes.wide}
        label={t('form.tags')}
        placeholder={draft.tags.length === 0 ? t('form.tagsHint') : ''}
        maxTags={30}
        value={draft.tags}
        error={words('tags')}
        onChange={(tags) => onChange({ tags: tags.map((tag) => tag.trim().slice(0, 40)) })}
      />
      <Checkbox
        className={classes.wide}
        label={t('form.vip')}
        checked={draft.vip}
        onChange={(event) => onChange({ vip: event.currentTarget.checked })}
      />
    </div>
  );
};
