import { useTranslation } from 'react-i18next';
import type { Language } from '../../src/clinics/rules/language.ts';

/** The language in which the portal is read. */
export const useOwnLanguage = (): Language => {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('de') ? 'de' : 'en';
};
