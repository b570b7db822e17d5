import type { ClinicTransaction } from '../platform/database/database.ts';
import { insertCallSettings, insertClinic, insertPhoneNumber } from './clinics.store.ts';
import type { Language } from './rules/language.ts';

export type NewClinic = {
  name: string;
  /** part of addresses; unique */
  slug: string;
  /** IANA zone */
  timeZone: string;
  language: Language;
  /** ISO 4217 */
  currency: string;
  /** E.164 */
  phoneNumber: string;
};

/**
 * A clinic with one number that can be called from this moment on: no menu yet, so calls go to whoever is online, and
 * to voicemail when nobody is. The transaction's clinic id becomes the clinic's.
 */
export const createClinic = async (trx: ClinicTransaction, clinic: NewClinic): Promise<void> => {
  await insertClinic(trx, clinic);
  await insertPhoneNumber(trx, clinic.phoneNumber, clinic.name);
  await insertCallSettings(trx, clinic.language);
};
