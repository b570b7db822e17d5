import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contactSettingsQuery } from '../../../../settings/contact-settings.query.ts';
import { AmountField } from '../../../../ui/amount-field.tsx';
import { DecimalField } from '../../../../ui/decimal-field.tsx';
import { useRules } from './rule-context.ts';
import classes from './rule-editor.module.css';
import type { RuleField } from './rule-field.ts';

interface NumberValueProps {
  field: RuleField;
  value: number | '';
  label: string;
  onChange: (value: number | '') => void;
}

/** A number; of money in the clinic's currency, kept in cents. */
export const NumberValue = ({ field, value, label, onChange }: NumberValueProps) => {
  const { t } = useTranslation('stepForms');
  const { clinicId } = useRules();
  const isMoney = field.type === 'money';
  const { data } = useQuery({ ...contactSettingsQuery(clinicId), enabled: isMoney });
  const given = { className: classes.value!, 'aria-label': label, error: value === '' && t('rules.noValue') };
  if (isMoney)
    return (
      <AmountField
        {...given}
        currency={data?.currency}
        cents={value === '' ? null : value}
        onChange={(cents) => onChange(cents ?? '')}
      />
    );
  return (
    <DecimalField
      {...given}
      value={value}
      onChange={(next) => {
        // While somebody types it may be a text such as `-`.
        const read = next === '' ? Number.NaN : Number(next);
        onChange(Number.isNaN(read) ? '' : read);
      }}
    />
  );
};
