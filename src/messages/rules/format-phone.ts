import { parsePhoneNumber, type CountryCode } from 'libphonenumber-js/min';

/** A number as people of the clinic's country write it. @param number E.164 */
export const formatPhone = (number: string, country: string | null): string => {
  const parsed = parsePhoneNumber(number);
  return parsed.country === (country as CountryCode | null)
    ? parsed.formatNational()
    : parsed.formatInternational();
};
