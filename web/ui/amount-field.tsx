import type { NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { DecimalField } from './decimal-field.tsx';

interface AmountFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'suffix' | 'decimalScale'> {
  /** null: none is given */
  cents: number | null;
  /** ISO 4217, where it has to be said */
  currency?: string | undefined;
  onChange: (cents: number | null) => void;
}

/** An amount of money, kept in cents and typed in whole money. */
export const AmountField = ({ cents, currency, onChange, ...field }: AmountFieldProps) => {
  // While somebody types, `12.` stays as it is and does not become `12`.
  const [typed, setTyped] = useState<number | string | null>(null);
  return (
    <DecimalField
      {...field}
      decimalScale={2}
      {...(currency === undefined ? {} : { suffix: ` ${currency}` })}
      value={typed ?? (cents === null ? '' : cents / 100)}
      onBlur={() => setTyped(null)}
      onChange={(value) => {
        setTyped(value);
        onChange(centsOf(value));
      }}
    />
  );
};

/** As the field hands it on: a number, or while somebody types a text with a point. @returns null for an empty field */
const centsOf = (value: number | string): number | null => {
  const amount = value === '' ? Number.NaN : Number(value);
  return Number.isNaN(amount) ? null : Math.round(amount * 100);
};
