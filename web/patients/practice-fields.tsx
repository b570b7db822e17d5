import { Checkbox, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

export const PracticeFields = ({ draft, faults, currency, onChange }: FieldsProps) => {
  const { t, i18n } = useTranslation('patients');
  const words = useFaultWords(faults);
  const decimal = (1.1).toLocaleString(i18n.language).charAt(1);
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
        <NumberInput
          label={t('form.balance')}
          decimalScale={2}
          fixedDecimalScale
          decimalSeparator={decimal}
          suffix={` ${currency}`}
          hideControls
          value={draft.balanceCents / 100}
          error={words('balanceCents')}
          onChange={(value) => onChange({ balanceCents: Math.round(Number(value) * 100) })}
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
