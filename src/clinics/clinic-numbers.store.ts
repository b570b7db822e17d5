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
