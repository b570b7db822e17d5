import { getCountries } from 'libphonenumber-js/min';

const byName = new Map(
  ['en', 'de'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return getCountries().map((code) => [names.of(code)?.toLowerCase() ?? '', code as string] as const);
  }),
);
const otherWords: Record<string, string> = {
  usa: 'US',
  'u.s.a.': 'US',
  uk: 'GB',
  brd: 'DE',
  d: 'DE',
  a: 'AT',
};
const codes = new Set<string>(getCountries());

/** A country's code from its code or its English or German name; null for a word that names none. */
export const readCountry = (text: string): string | null => {
  const word = text.toLowerCase();
  if (codes.has(text.toUpperCase())) return text.toUpperCase();
  return otherWords[word] ?? byName.get(word) ?? null;
};
