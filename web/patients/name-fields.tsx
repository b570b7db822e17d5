import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

export const NameFields = ({ draft, faults, onChange }: FieldsProps) => {
  const { t } = useTranslation('patients');
  const words = useFaultWords(faults);
  const field = (name: 'givenName' | 'familyName' | 'preferredName' | 'salutation', maxLength: number) => ({
    label: t(`form.${name}`),
    autoComplete: 'off',
    maxLength,
    value: draft[name],
    error: words(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput {...field('givenName', 80)} required data-autofocus />
      <TextInput {...field('familyName', 80)} required />
      <TextInput {...field('preferredName', 80)} />
      <TextInput {...field('salutation', 40)} />
    </div>
  );
};
