import type { ClinicTransaction, Database } from '../platform/database/database.ts';

export const selectClinicOfNumber = async (
  database: Database,
  phoneNumber: string,
): Promise<string | null> => {
  const row = await database
    .selectFrom('clinic_phone_numbers')
    .select('clinic_id')
    .where('phone_number', '=', phoneNumber)
    .executeTakeFirst();
  return row?.clinic_id ?? null;
};

export const selectFirstNumber = async (trx: ClinicTransaction): Promise<string | null> => {
  const row = await trx
    .selectFrom('clinic_phone_numbers')
    .select('phone_number')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('created_at')
    .orderBy('phone_number')
    .executeTakeFirst();
  return row?.phone_number ?? null;
};

export type ClinicNumber = { clinicId: string; phoneNumber: string; label: string };

export const selectAllNumbers = (database: Database): Promise<ClinicNumber[]> =>
  database
    .selectFrom('clinic_phone_numbers')
    .select(['clinic_id as clinicId', 'phone_number as phoneNumber', 'label'])
    .execute();

export const updateNumberSid = async (
  database: Database,
  phoneNumber: string,
  carrierSid: string,
): Promise<void> => {
  await database
    .updateTable('clinic_phone_numbers')
    .set({ carrier_sid: carrierSid })
    .where('phone_number', '=', phoneNumber)
    .execute();
};

export type NumberOfClinic = { phoneNumber: string; label: string; connected: boolean };

const numbersOf = (trx: ClinicTransaction) =>
  trx
    .selectFrom('clinic_phone_numbers')
    .select(['phone_number as phoneNumber', 'label', 'carrier_sid'])
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('created_at')
    .orderBy('phone_number');

export const selectNumbers = async (trx: ClinicTransaction): Promise<NumberOfClinic[]> => {
  const rows = await numbersOf(trx).execute();
  return rows.map(({ carrier_sid: sid, ...row }) => ({ ...row, connected: sid !== null }));
};

/** Two people who remove the last two numbers come one after the other. */
export const lockNumbers = async (trx: ClinicTransaction): Promise<string[]> => {
  const rows = await numbersOf(trx).forUpdate().execute();
  return rows.map(({ phoneNumber }) => phoneNumber);
};

/** @returns false when a clinic has this number */
export const insertNumber = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  label: string,
): Promise<boolean> => {
  const result = await trx
    .insertInto('clinic_phone_numbers')
    .values({ phone_number: phoneNumber, clinic_id: trx.clinicId, label })
    .onConflict((conflict) => conflict.column('phone_number').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

/** @returns false when the clinic has no such number */
export const updateLabel = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  label: string,
): Promise<boolean> => {
  const result = await trx
    .updateTable('clinic_phone_numbers')
    .set({ label })
    .where('clinic_id', '=', trx.clinicId)
    .where('phone_number', '=', phoneNumber)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};

export const deleteNumber = async (trx: ClinicTransaction, phoneNumber: string): Promise<void> => {
  await trx
    .deleteFrom('clinic_phone_numbers')
    .where('clinic_id', '=', trx.clinicId)
    .where('phone_number', '=', phoneNumber)
    .execute();
};
