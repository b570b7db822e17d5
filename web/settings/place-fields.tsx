import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { getCountries } from 'libphonenumber-js/min';
import { useTranslation } from 'react-i18next';
import type { ClinicSettings } from '../../src/clinics/rules/clinic-settings.ts';
import { languageSchema } from '../../src/clinics/rules/language.ts';
import section from '../ui/section.module.css';
import classes from './section-form.module.css';

interface PlaceFieldsProps {
  draft: ClinicSettings;
  onChange: (draft: ClinicSettings) => void;
}

const countriesIn = (reader: string): { value: string; label: string }[] => {
  const names = new Intl.DisplayNames([reader], { type: 'region' });
  return getCountries()
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, reader));
};

/** What the clinic is called, and where it is. */
export const PlaceFields = ({ draft, onChange }: PlaceFieldsProps) => {
  const { t, i18n } = useTranslation('settings');
  const zones = Intl.supportedValuesOf('timeZone');
  const all = zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones];
  return (
    <div className={`${classes.form} ${section.fields}`}>
      <TextInput
        label={t('clinic.name')}
        required
        withAsterisk={false}
        maxLength={100}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('clinic.timeZone')}
        data={all.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        value={draft.timeZone}
        onChange={(event) => onChange({ ...draft, timeZone: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('clinic.country')}
        data={[{ value: '', label: t('clinic.countryOfNumber') }, ...countriesIn(i18n.language)]}
        value={draft.country ?? ''}
        onChange={(event) => onChange({ ...draft, country: event.currentTarget.value || null })}
      />
      <LanguageFields draft={draft} onChange={onChange} />
    </div>
  );
};

/** In which languages callers are spoken to, and which one is the clinic's own. */
const LanguageFields = ({ draft, onChange }: PlaceFieldsProps) => {
  const { t } = useTranslation('settings');
  const changeSpoken = (chosen: string[]): void => {
    const languages = languageSchema.options.filter((each) => chosen.includes(each));
    const [first] = languages;
    if (first === undefined) return; // one always stays
    onChange({ ...draft, languages, language: languages.includes(draft.language) ? draft.language : first });
  };
  return (
    <>
      <NativeSelect
        label={t('clinic.language')}
        description={t('clinic.languageHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={draft.languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        value={draft.language}
        onChange={(event) => {
          const language = draft.languages.find((each) => each === event.currentTarget.value);
          if (language !== undefined) onChange({ ...draft, language });
        }}
      />
      <Checkbox.Group
        className={section.wide}
        label={t('clinic.languages')}
        description={t('clinic.languagesHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.languages}
        onChange={changeSpoken}
      >
        <div className={classes.choices}>
          {languageSchema.options.map((value) => (
            <Checkbox
              key={value}
              value={value}
              label={t(`languages.${value}`)}
              disabled={draft.languages.length === 1 && draft.languages.includes(value)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
};
