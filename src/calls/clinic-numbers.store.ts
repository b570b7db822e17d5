import type { ClinicTransaction, Database } from '../platform/database/database.ts';

export const clinicOfNumber = async (database: Database, phoneNumber: string): Promise<string | null> => {
  const row = await database
    .selectFrom('clinic_phone_numbers')
    .select('clinic_id')
    .where('phone_number', '=', phoneNumber)
    .executeTakeFirst();
  return row?.clinic_id ?? null;
};

/** The number shown to people the clinic calls. */
export const firstNumberOfClinic = async (trx: ClinicTransaction): Promise<string | null> => {
  const row = await trx
    .selectFrom('clinic_phone_numbers')
    .select('phone_number')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('created_at')
    .orderBy('phone_number')
    .executeTakeFirst();
  return row?.phone_number ?? null;
};

export const clinicNumbers = (
  database: Database,
): Promise<{ clinic_id: string; phone_number: string; label: string }[]> =>
  database.selectFrom('clinic_phone_numbers').select(['clinic_id', 'phone_number', 'label']).execute();

export const saveNumberSid = async (
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
