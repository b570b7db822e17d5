import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './forms.module.css';

interface TimeFieldProps {
  label: string;
  /** such as `09:00`; undefined: none is given */
  value: string | undefined;
  description?: string;
  onChange: (time: string | undefined) => void;
}

/** A time of the day. What is typed on the way to one is shown, but not handed on. */
export const TimeField = ({ label, value, description, onChange }: TimeFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      type="time"
      className={classes.time}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed ?? value ?? ''}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const time = event.currentTarget.value;
        setTyped(time);
        onChange(time === '' ? undefined : time);
      }}
    />
  );
};
