import { holidayCalendars } from '../../clinics/rules/holidays.ts';
import { countryOfNumber } from '../../patients/rules/read-phone-number.ts';
import type { Place } from './contact-facts.ts';

type Address = { country: string | null; region: string | null };

const isCode = /^[A-Za-z]{2,3}$/;

/** "FL", "fl" and "Florida" are one state; what no calendar knows stays unknown. */
const stateCode = (country: string, region: string): string | null => {
  if (isCode.test(region)) return region.toUpperCase();
  const states = holidayCalendars().countries.find(({ code }) => code === country)?.states ?? [];
  const named = region.toLowerCase();
  return (
    states.find(({ names }) => [names.en, names.de].some((name) => name.toLowerCase() === named))?.code ??
    null
  );
};

/**
 * In which country, and state, the law of a contact is looked up: by the person's address, else their number, else where
 * the clinic is. Somebody in the clinic's own country without an address is taken to live in the clinic's state.
 */
export const placeOf = (address: Address, number: string | null, clinic: Address): Place => {
  const byNumber = number === null ? null : countryOfNumber(number);
  const country = address.country ?? byNumber ?? clinic.country;
  if (country === null) return { country: null, region: null, source: 'unknown' };
  const source = address.country !== null ? 'address' : byNumber !== null ? 'number' : 'clinic';
  const near = address.country === null && country === clinic.country ? clinic.region : null;
  const region = address.region ?? near;
  return { country, region: region === null ? null : stateCode(country, region), source };
};
