import type { Language } from '../../../src/clinics/rules/language.ts';

/** `English`, `Deutsch` … in the reader's language. */
export const languageName = (language: Language, reader: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
