import type { ClinicTransaction } from '../platform/database/database.ts';

/** Two changes of one clinic's routing come one after the other. Calls do not wait for them. */
export const lockRouting = async (trx: ClinicTransaction): Promise<void> => {
  await trx
    .selectFrom('call_settings')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('phone_number', 'is', null)
    .forNoKeyUpdate()
    .execute();
};
