import { Button, Group, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './care.module.css';

interface CareFormProps {
  label: string;
  saving: boolean;
  ready: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the three small forms. */
export const CareForm = ({ label, saving, ready, onSave, onClose, children }: CareFormProps) => {
  const { t } = useTranslation('care');
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={saving} disabled={!ready}>
          {t('save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
};

interface AmountFieldProps {
  label: string;
  /** in whole money, as typed */
  value: number | string;
  onChange: (value: number | string) => void;
  required?: boolean;
}

export const AmountField = ({ label, value, onChange, required = false }: AmountFieldProps) => {
  const { i18n } = useTranslation();
  const separators = i18n.language === 'de' ? [',', '.'] : ['.', ','];
  return (
    <NumberInput
      label={label}
      required={required}
      min={0}
      max={1_000_000}
      decimalScale={2}
      decimalSeparator={separators[0]!}
      thousandSeparator={separators[1]!}
      hideControls
      value={value}
      onChange={onChange}
    />
  );
};

/** As the field hands it on: a number, or while somebody types a text with a point. @returns null for an empty field */
export const centsOf = (value: number | string): number | null => {
  const amount = value === '' ? Number.NaN : Number(value);
  return Number.isNaN(amount) ? null : Math.round(amount * 100);
};

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
