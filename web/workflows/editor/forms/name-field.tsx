import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './forms.module.css';

interface NameFieldProps {
  label: string;
  value: string;
  maxLength: number;
  onChange: (name: string) => void;
}

/** A name, which may not be empty: while it is, the last one holds. */
export const NameField = ({ label, value, maxLength, onChange }: NameFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      className={classes.grow}
      label={label}
      value={typed ?? value}
      maxLength={maxLength}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const name = event.currentTarget.value;
        setTyped(name);
        if (name.trim() !== '') onChange(name.trim());
      }}
    />
  );
};
