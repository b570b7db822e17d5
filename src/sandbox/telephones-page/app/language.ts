import { changeLanguage as changeTo, t, use as useModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { kept } from './kept.ts';
import { wordsDe } from './words.de.ts';
import { wordsEn } from './words.en.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);
const chosen = kept('language', isLanguage);

/** The language chosen here before, else the first of the browser's that we speak, else English. */
const firstLanguage = (): Language =>
  chosen.read() ?? navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';

const speak = async (language: Language): Promise<void> => {
  await changeTo(language);
  document.documentElement.lang = language;
  document.title = t('title', { ns: 'telephones' });
};

export const startLanguage = async (): Promise<void> => {
  await useModule(initReactI18next).init({
    fallbackLng: false,
    defaultNS: 'telephones',
    resources: { en: { telephones: wordsEn }, de: { telephones: wordsDe } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  await speak(firstLanguage());
};

export const changeLanguage = async (language: Language): Promise<void> => {
  chosen.write(language);
  await speak(language);
};
