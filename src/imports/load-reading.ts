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

/** How values are to be understood in this clinic, today, where no file says more. */
export const loadClinicReading = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<Reading> => {
  const clinic = await selectClinicReading(trx);
  return {
    mapping: [],
    country: countryOf(await firstNumberOfClinic(trx), clinic.language),
    dateOrder: null,
    decimalComma: clinic.language === 'de',
    today: now.toZonedDateTimeISO(clinic.timeZone).toPlainDate(),
    patientNumberSystem: 'practice',
  };
};

/** How the values of this file are to be understood, in this clinic, today. */
export const loadReading = async (
  trx: ClinicTransaction,
  { mapping, profile, choices }: ImportRow,
  now: Temporal.Instant,
): Promise<Reading> => {
  const dates = profile.columns[mapping.indexOf('birthDate')];
  const dateOrder = choices.dateOrder ?? (dates ? dateOrderIn(dates) : null);
  return { ...(await loadClinicReading(trx, now)), mapping, dateOrder };
};
