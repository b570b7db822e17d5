import {
  parsePhoneNumberWithError,
  ParseError,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/min';

export type UnreadableNumber =
  | 'not-a-number'
  | 'no-country'
  | 'too-short'
  | 'too-long'
  | 'impossible'
  | 'extension';
export type ReadNumber = { ok: true; number: string } | { ok: false; why: UnreadableNumber };

const reasons: Record<string, UnreadableNumber> = {
  NOT_A_NUMBER: 'not-a-number',
  INVALID_COUNTRY: 'no-country',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
};

/**
 * Whether any network could have this number in E.164. The library counts digits; in North America no area code begins
 * with 0 or 1, and "(03) 5555 6473" from elsewhere would become one.
 */
export const isDiallable = (number: string): boolean =>
  /^\+[1-9][0-9]{4,14}$/.test(number) && !/^\+1[01]/.test(number);

/**
 * A number as somebody typed it, as E.164. "030 23125-021" is read by the clinic's country, "+1 (312) 555-0121" by its
 * own. Refuses what no network could dial; a number that is merely not given out is kept.
 * @param country ISO 3166 of the clinic, for numbers in national form
 */
export const readPhoneNumber = (typed: string, country: string): ReadNumber => {
  // 00 is dialled abroad where a plus is meant; in North America it is 011, which the library reads by country.
  const text = typed.trim().replace(/^00(?=[1-9])/, '+');
  const reading = { defaultCountry: country as CountryCode, extract: false };
  try {
    const parsed = parsePhoneNumberWithError(text, reading);
    if (parsed.ext !== undefined) return { ok: false, why: 'extension' };
    const length = validatePhoneNumberLength(text, reading);
    if (length !== undefined) return { ok: false, why: reasons[length] ?? 'impossible' };
    if (!isDiallable(parsed.number)) return { ok: false, why: 'impossible' };
    return { ok: true, number: parsed.number };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, why: reasons[error.message] ?? 'impossible' };
    throw error;
  }
};

/** ISO 3166 of an E.164 number, null when it has none (satellite, toll-free international). */
export const countryOfNumber = (number: string): string | null => {
  try {
    return parsePhoneNumberWithError(number).country ?? countryOfCallingCode(number);
  } catch {
    return null;
  }
};

/** Numbers set aside for fiction belong to no country by the book; their calling code still says where they are. */
const countryOfCallingCode = (number: string): string | null =>
  number.startsWith('+1') ? 'US' : number.startsWith('+49') ? 'DE' : null;
