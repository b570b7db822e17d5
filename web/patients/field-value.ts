import { useTranslation } from 'react-i18next';
import type { MergeField } from '../../src/patients/rules/merge-fields.ts';
import { plainDate } from '../ui/moment.ts';
import { useCountryNames } from './country-names.ts';
import type { PatientDraft } from './draft.ts';
import { useLanguageNames } from './language-names.ts';

/** A field of a person as people read it; '' when it is empty. */
export const useFieldValue = (): ((field: MergeField, draft: PatientDraft) => string) => {
  const { t, i18n } = useTranslation('patients');
  const languages = useLanguageNames();
  const countries = useCountryNames();
  return (field, draft) => {
    switch (field) {
      case 'birthDate':
        return draft.birthDate === '' ? '' : plainDate(draft.birthDate, i18n.language);
      case 'gender':
        return draft.gender === '' ? '' : t(`genders.${draft.gender}`);
      case 'language':
        return draft.language === '' ? '' : languages.nameOf(draft.language);
      case 'spokenLanguages':
        return draft.spokenLanguages.map(languages.nameOf).join(', ');
      case 'timeZone':
        return draft.timeZone.replaceAll('_', ' ');
      case 'address': {
        const { street, postalCode, city, region, country } = draft.address;
        const place = [postalCode, city].filter(Boolean).join(' ');
        return [street, place, region, country === '' ? '' : countries.nameOf(country)]
          .filter(Boolean)
          .join(', ');
      }
      default:
        return draft[field];
    }
  };
};
