import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCountryNames } from './country-names.ts';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

const fields = [
  { name: 'street', maxLength: 200, wide: true },
  { name: 'postalCode', maxLength: 20 },
  { name: 'city', maxLength: 100 },
  { name: 'region', maxLength: 100 },
] as const;

export const AddressFields = ({ draft: { address }, faults, onChange }: FieldsProps) => {
  const { t } = useTranslation('patients');
  const words = useFaultWords(faults);
  return (
    <div className={classes.fields}>
      {fields.map(({ name, maxLength, ...field }) => (
        <TextInput
          key={name}
          className={'wide' in field ? classes.wide : undefined}
          label={t(`form.${name}`)}
          autoComplete="off"
          maxLength={maxLength}
          value={address[name]}
          error={name === 'street' ? words('address') : undefined}
          onChange={(event) => onChange({ address: { ...address, [name]: event.currentTarget.value } })}
        />
      ))}
      <CountryField
        country={address.country}
        onCountry={(country) => onChange({ address: { ...address, country } })}
      />
    </div>
  );
};

const CountryField = ({ country, onCountry }: { country: string; onCountry: (country: string) => void }) => {
  const { t } = useTranslation('patients');
  const { choices } = useCountryNames();
  return (
    <Select
      label={t('form.country')}
      searchable
      clearable
      limit={50}
      data={choices}
      value={country === '' ? null : country}
      onChange={(chosen) => onCountry(chosen ?? '')}
    />
  );
};
