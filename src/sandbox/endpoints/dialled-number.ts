import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** What somebody dials at a telephone, in E.164: without a country code it means their own country. */
export function dialledNumber(dialled: string, own: string): string {
  const country = parsePhoneNumberFromString(own)?.country;
  const number = parsePhoneNumberFromString(dialled, country);
  return number?.isPossible() ? number.number : dialled;
}
