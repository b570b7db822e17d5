import { MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '../app/language.ts';
import { useFaultWords } from './fault-words.ts';
import { useLanguageNames } from './language-names.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

const genders = ['female', 'male', 'other', 'unknown'] as const;
const zones = Intl.supportedValuesOf('timeZone').map((value) => ({
  value,
  label: value.replaceAll('_', ' '),
}));

export const AboutFields = ({ draft, faults, onChange }: FieldsProps) => {
  const { t } = useTranslation(['patients', 'softphone']);
  const words = useFaultWords(faults);
  const { choices, nameOf } = useLanguageNames();
  const known = new Set(choices.map(({ value }) => value));
  const rare = draft.spokenLanguages.filter((tag) => !known.has(tag));
  return (
    <div className={classes.fields}>
      <TextInput
        type="date"
        label={t('patients:form.birthDate')}
        value={draft.birthDate}
        error={words('birthDate')}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('patients:form.gender')}
        data={[
          { value: '', label: t('patients:form.notSaid') },
          ...genders.map((value) => ({ value, label: t(`patients:genders.${value}`) })),
        ]}
        value={draft.gender}
        onChange={(event) =>
          onChange({ gender: genders.find((each) => each === event.currentTarget.value) ?? '' })
        }
      />
      <NativeSelect
        label={t('patients:form.language')}
        data={[
          { value: '', label: t('patients:form.clinicsLanguage') },
          ...languages.map((value) => ({ value, label: t(`softphone:languages.${value}`) })),
        ]}
        value={draft.language}
        onChange={(event) =>
          onChange({ language: languages.find((each) => each === event.currentTarget.value) ?? '' })
        }
      />
      <MultiSelect
        label={t('patients:form.spokenLanguages')}
        placeholder={draft.spokenLanguages.length === 0 ? t('patients:form.spokenLanguagesHint') : ''}
        searchable
        hidePickedOptions
        maxValues={10}
        data={[...choices, ...rare.map((value) => ({ value, label: nameOf(value) }))]}
        value={draft.spokenLanguages}
        error={words('spokenLanguages')}
        onChange={(spokenLanguages) => onChange({ spokenLanguages })}
      />
      <Select
        className={classes.wide}
        label={t('patients:form.timeZone')}
        description={t('patients:form.timeZoneHint')}
        searchable
        clearable
        limit={50}
        data={zones}
        value={draft.timeZone === '' ? null : draft.timeZone}
        error={words('timeZone')}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? '' })}
      />
    </div>
  );
};
