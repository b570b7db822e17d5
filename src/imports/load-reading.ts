import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { firstNumberOfClinic } from '../clinics/clinic-numbers.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicReading, type ImportRow } from './imports.store.ts';
import { dateOrderIn } from './rules/profile-columns.ts';
import type { Reading } from './rules/read-row.ts';

/** Numbers without a country code are of the country in which the clinic itself can be called. */
const countryOf = (number: string | null, language: string): CountryCode =>
  (number === null ? undefined : parsePhoneNumberFromString(number)?.country) ??
  (language === 'de' ? 'DE' : 'US');

/** How the values of this file are to be understood, in this clinic, today. */
export const loadReading = async (
  trx: ClinicTransaction,
  { mapping, profile, choices }: ImportRow,
  now: Temporal.Instant,
): Promise<Reading> => {
  const clinic = await selectClinicReading(trx);
  const dates = profile.columns[mapping.indexOf('birthDate')];
  return {
    mapping,
    country: countryOf(await firstNumberOfClinic(trx), clinic.language),
    dateOrder: choices.dateOrder ?? (dates ? dateOrderIn(dates) : null),
    decimalComma: clinic.language === 'de',
    today: now.toZonedDateTimeISO(clinic.timeZone).toPlainDate(),
    patientNumberSystem: 'practice',
  };
};
