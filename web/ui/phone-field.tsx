import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { usePhoneNumbers } from './phone-number.ts';

interface PhoneFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** E.164; what is no number yet is handed on as it was typed */
  number: string;
  /** a number whose country is assumed when none is typed */
  near: string | undefined;
  onNumber: (number: string) => void;
}

/** A telephone number, typed as people write it and kept as E.164. */
export const PhoneField = ({ number, near, onNumber, ...input }: PhoneFieldProps) => {
  const { format, parse } = usePhoneNumbers();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...input}
      type="tel"
      autoComplete="off"
      maxLength={40}
      value={typed ?? format(number)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onNumber(parse(text, near) ?? text.trim());
      }}
    />
  );
};
