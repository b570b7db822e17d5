import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AmountFieldProps extends Pick<
  NumberInputProps,
  'label' | 'placeholder' | 'required' | 'readOnly' | 'onChange'
> {
  /** in whole money, as typed */
  value: number | string;
}

/** An amount of money, with the separators of the language. */
export const AmountField = (field: AmountFieldProps) => {
  const { i18n } = useTranslation();
  const german = i18n.language === 'de';
  return (
    <NumberInput
      {...field}
      min={0}
      max={1_000_000}
      decimalScale={2}
      decimalSeparator={german ? ',' : '.'}
      thousandSeparator={german ? '.' : ','}
      hideControls
    />
  );
};

/** As the field hands it on: a number, or while somebody types a text with a point. @returns null for an empty field */
export const centsOf = (value: number | string): number | null => {
  const amount = value === '' ? Number.NaN : Number(value);
  return Number.isNaN(amount) ? null : Math.round(amount * 100);
};
