import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PhoneNumber } from './rules/contact-points.ts';

type Lists = {
  phoneNumbers: readonly PhoneNumber[];
  emails: readonly { email: string; preferred: boolean }[];
  identifiers: readonly { system: string; value: string }[];
  tags: readonly string[];
};

const clear = async (
  trx: ClinicTransaction,
  table: 'patient_phone_numbers' | 'patient_emails' | 'patient_identifiers' | 'patient_tags',
  patientId: string,
): Promise<void> => {
  await trx
    .deleteFrom(table)
    .where('clinic_id', '=', trx.clinicId)
    .where('patient_id', '=', patientId)
    .execute();
};

const replacePhoneNumbers = async (
  trx: ClinicTransaction,
  patientId: string,
  numbers: Lists['phoneNumbers'],
): Promise<void> => {
  await clear(trx, 'patient_phone_numbers', patientId);
  if (numbers.length === 0) return;
  await trx
    .insertInto('patient_phone_numbers')
    .values(
      numbers.map(({ number, kind, preferred, takesSms, unreachable }) => ({
        clinic_id: trx.clinicId,
        patient_id: patientId,
        phone_number: number,
        kind,
        preferred,
        takes_sms: takesSms,
        unreachable,
      })),
    )
    .execute();
};

const replaceEmails = async (
  trx: ClinicTransaction,
  patientId: string,
  emails: Lists['emails'],
): Promise<void> => {
  await clear(trx, 'patient_emails', patientId);
  if (emails.length === 0) return;
  await trx
    .insertInto('patient_emails')
    .values(emails.map((one) => ({ ...one, clinic_id: trx.clinicId, patient_id: patientId })))
    .execute();
};

const replaceIdentifiers = async (
  trx: ClinicTransaction,
  patientId: string,
  identifiers: Lists['identifiers'],
): Promise<boolean> => {
  await clear(trx, 'patient_identifiers', patientId);
  if (identifiers.length === 0) return true;
  const inserted = await trx
    .insertInto('patient_identifiers')
    .values(identifiers.map((one) => ({ ...one, clinic_id: trx.clinicId, patient_id: patientId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('value')
    .execute();
  return inserted.length === identifiers.length;
};

const replaceTags = async (trx: ClinicTransaction, patientId: string, tags: Lists['tags']): Promise<void> => {
  await clear(trx, 'patient_tags', patientId);
  if (tags.length === 0) return;
  await trx
    .insertInto('patient_tags')
    .values(tags.map((tag) => ({ clinic_id: trx.clinicId, patient_id: patientId, tag })))
    .execute();
};

/**
 * Each list that is given takes the place of the one that is there.
 * @returns false when an identifier names somebody else: the transaction must then be given up
 */
export const replaceLists = async (
  trx: ClinicTransaction,
  patientId: string,
  { phoneNumbers, emails, identifiers, tags }: Partial<Lists>,
): Promise<boolean> => {
  if (phoneNumbers !== undefined) await replacePhoneNumbers(trx, patientId, phoneNumbers);
  if (emails !== undefined) await replaceEmails(trx, patientId, emails);
  if (tags !== undefined) await replaceTags(trx, patientId, tags);
  return identifiers === undefined || replaceIdentifiers(trx, patientId, identifiers);
};
