import { createContext, use } from 'react';
import { wordsDe } from './words.de.ts';
import { wordsEn } from './words.en.ts';

export type Language = 'en' | 'de';

const dictionaries = { en: wordsEn, de: wordsDe };

/** Before the server has said in which language it wrote: the browser's. */
export const guessLanguage = (): Language => (navigator.language.startsWith('de') ? 'de' : 'en');

export const LanguageContext = createContext<Language>('en');

/** The words of this page; two dictionaries of one page need no library. */
export const useWords = () => dictionaries[use(LanguageContext)];

export const useLanguage = (): Language => use(LanguageContext);

export const useLocale = (): string => (useLanguage() === 'de' ? 'de-DE' : 'en-US');

/** "Hello {name}" */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (mark, name: string) => values[name] ?? mark);
