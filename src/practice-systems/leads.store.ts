import type { ClinicTransaction } from '../platform/database/database.ts';

export const leadExists = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('leads')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};
