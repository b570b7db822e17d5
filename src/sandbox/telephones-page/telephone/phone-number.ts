import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** `+13125550123` → `+1 312 555 0123`; what is no such number (a name, a client) stays as it is. */
export const readable = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;

/**
 * What a person typed → E.164; null when it is no number.
 * @param near the number of the telephone it is typed into: its country is assumed where none is typed
 */
export function e164(text: string, near: string): string | null {
  const country = parsePhoneNumberFromString(near)?.country;
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isPossible() === true ? parsed.number : null;
}
