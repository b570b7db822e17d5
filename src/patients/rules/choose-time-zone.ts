import { countryOfNumber } from './read-phone-number.ts';

export type ZoneChoice = { zone: string; source: 'patient' | 'number' | 'clinic' };

/** The only zone of a country, null for a country with several: nobody can tell Chicago from New York by +1. */
const onlyZoneOf = (country: string): string | null => {
  const zones = new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  // Germany has two names for one time: Büsingen lies in Switzerland and has kept German time since 1981.
  const main = zones.filter((zone) => zone !== 'Europe/Busingen');
  return main.length === 1 ? main[0]! : null;
};

/**
 * In which local time somebody lives: what they said, else the country of their number, else the clinic's.
 * @param number E.164, their own
 */
export const chooseTimeZone = (own: string | null, number: string | null, clinicZone: string): ZoneChoice => {
  if (own !== null) return { zone: own, source: 'patient' };
  const country = number === null ? null : countryOfNumber(number);
  const zone = country === null ? null : onlyZoneOf(country);
  return zone === null ? { zone: clinicZone, source: 'clinic' } : { zone, source: 'number' };
};
