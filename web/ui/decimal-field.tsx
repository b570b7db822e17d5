import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type DecimalFieldProps = Omit<NumberInputProps, 'decimalSeparator' | 'thousandSeparator' | 'hideControls'>;

/** `1,234.5` is `1.234,5` in German: the one place that says so. */
const signsOf = (language: string) => {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(1234.5);
  const signOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimalSeparator: signOf('decimal'), thousandSeparator: signOf('group') };
};

/** A number as the reader's language writes it. */
export const DecimalField = (field: DecimalFieldProps) => {
  const { i18n } = useTranslation();
  return <NumberInput {...field} {...signsOf(i18n.language)} hideControls />;
};
