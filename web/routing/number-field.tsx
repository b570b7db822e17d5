import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';

interface NumberFieldProps {
  label: string;
  /** E.164; what is no number yet is handed on as it was typed */
  number: string;
  /** what is wrong with it, or that something is */
  wrong: boolean | string;
  visibleLabel?: boolean;
  readOnly?: boolean;
  className?: string | undefined;
  onChange: (number: string) => void;
}

/** A telephone number, typed as people write it and kept as E.164. */
export const NumberField = ({
  label,
  number,
  wrong,
  visibleLabel = false,
  readOnly = false,
  className,
  onChange,
}: NumberFieldProps) => {
  const { clinic } = useCurrentClinic();
  const { format, parse } = usePhoneNumbers();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      type="tel"
      className={className}
      {...(visibleLabel ? { label } : { 'aria-label': label, placeholder: label })}
      autoComplete="off"
      readOnly={readOnly}
      maxLength={40}
      error={wrong}
      value={typed ?? format(number)}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(parse(text, clinic.phoneNumbers[0]) ?? text.trim());
      }}
    />
  );
};
