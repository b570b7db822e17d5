import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../src/clinics/rules/language.ts';
import { preference } from '../platform/preference.ts';
import { pageWords, type PageWords } from './page-words.ts';

export const languages: readonly Language[] = ['en', 'de'];
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);
const chosen = preference('language', isLanguage);

const dictionaries = {
  en: async () => (await import('./words.en.ts')).wordsEn,
  de: async () => (await import('./words.de.ts')).wordsDe,
} satisfies Record<Language, () => Promise<object>>;

/** The language chosen here before, else the first of the browser's that we speak, else English. */
const firstLanguage = (): Language =>
  chosen.read() ?? navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';

const wanted = new Set<PageWords>();

const addPageWords = async (language: Language, names: Iterable<PageWords>): Promise<void> => {
  await Promise.all(
    [...names].map(async (name) => {
      if (i18next.hasResourceBundle(language, name)) return;
      i18next.addResourceBundle(language, name, await pageWords[name][language]());
    }),
  );
};

const speak = async (language: Language): Promise<void> => {
  const [core] = await Promise.all([dictionaries[language](), addPageWords(language, wanted)]);
  for (const [namespace, words] of Object.entries(core)) {
    i18next.addResourceBundle(language, namespace, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

/** Loads one dictionary, then resolves: no page is drawn without its words. */
export const startLanguage = async (): Promise<void> => {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'frame',
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  await speak(language);
};

export const changeLanguage = async (language: Language): Promise<void> => {
  chosen.write(language);
  await speak(language);
};

/** A page beside its own words: it is not drawn before they are there. To be used where a route names its component. */
export const withWords =
  <Page>(names: readonly PageWords[], load: () => Promise<Page>): (() => Promise<Page>) =>
  async () => {
    for (const name of names) wanted.add(name);
    const language = languages.find((each) => each === i18next.language) ?? 'en';
    const [page] = await Promise.all([load(), addPageWords(language, names)]);
    return page;
  };
