import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as people write it, in E.164; one without a country code is read as American. Null: not a number. */
export function toE164(text: string): string | null {
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
  const parsed = parsePhoneNumberFromString(text, 'US');
  return parsed?.isPossible() ? parsed.number : null;
}

/** How the carrier shows a number beside its E.164 form. */
export function formatted(address: string): string {
  const parsed = parsePhoneNumberFromString(address);
  if (!parsed) return address;
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational();
}
