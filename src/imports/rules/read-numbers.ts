import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { isDiallable } from '../../patients/rules/read-phone-number.ts';

export type ReadNumbers = { numbers: string[]; why: 'number-impossible' | 'number-rounded' | null };

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** "030/12345" is one number with its area code; "0171 1234567 / 030 7654321" is two. */
const splitNumbers = (text: string): string[] =>
  text
    .split(/[;|\n]|,(?=\s*[+(0-9])|\s(?:or|oder|and|und|&)\s/i)
    .flatMap((part) => {
      const halves = part.split('/');
      return halves.length > 1 && halves.every((half) => digitsIn(half) >= 7) ? halves : [part];
    })
    .map((part) => part.trim())
    .filter((part) => part !== '');

const withoutWords = (text: string): string =>
  text
    .replace(/^tel:/i, '')
    .replace(/^[\p{L}.\s-]+:?\s*(?=[+(0-9])/u, '')
    .replace(/\(0\)/g, '')
    .replace(/\(\s*\p{L}[^)]*\)\s*$/u, '')
    .replace(/\s+[\p{L}.\s]+$/u, (words) => (/^\s+(x|ext|app|durchwahl)/i.test(words) ? words : ''))
    .replace(/^(\d+)\.0$/, '$1')
    .replace(/^00(?=[1-9])/, '+')
    .trim();

/** A number as somebody typed it, in E.164; null for one that no network can have. */
const readOne = (raw: string, country: CountryCode): string | null => {
  const parsed = parsePhoneNumberFromString(withoutWords(raw), { defaultCountry: country, extract: false });
  return parsed?.isPossible() === true && isDiallable(parsed.number) ? parsed.number : null;
};

/** All numbers in one field, each once. */
export const readNumbers = (raw: string, country: CountryCode): ReadNumbers => {
  // A spreadsheet that shows 4.91712E+11 has lost the digits: no way leads back.
  if (/^\d[.,]\d+e\+?\d+$/i.test(raw.trim())) return { numbers: [], why: 'number-rounded' };
  const read = splitNumbers(raw).map((part) => readOne(part, country));
  return {
    numbers: [...new Set(read.filter((number) => number !== null))],
    why: read.includes(null) ? 'number-impossible' : null,
  };
};
