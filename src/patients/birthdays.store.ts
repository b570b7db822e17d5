import type { ClinicTransaction } from '../platform/database/database.ts';

/** Living patients born on one of these days of a year, in order of their ids. */
export const selectBornOn = (
  trx: ClinicTransaction,
  monthDays: number[],
  after: string | null,
  limit: number,
): Promise<{ id: string; birthDate: string }[]> =>
  trx
    .selectFrom('patients')
    .select(['id', 'birth_date as birthDate'])
    .where('clinic_id', '=', trx.clinicId)
    .where('merged_into', 'is', null)
    .where('archived_at', 'is', null)
    .where('birth_month_day', 'in', monthDays)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .$narrowType<{ birthDate: string }>()
    .execute();

export const selectTimeZone = async (trx: ClinicTransaction): Promise<string> => {
  const { time_zone } = await trx
    .selectFrom('clinics')
    .select('time_zone')
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return time_zone;
};
