import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { countryOfNumber } from './rules/read-phone-number.ts';

export type ClinicSettings = { language: Language; currency: string; zone: string; country: string };

/** In which words, currency, zone and country the clinic reads about its patients. */
export const clinicSettings = async (trx: ClinicTransaction): Promise<ClinicSettings> => {
  const { rows } = await sql<{ language: Language; currency: string; zone: string; number: string | null }>`
    SELECT language, currency, time_zone AS zone,
      (SELECT phone_number FROM clinic_phone_numbers n WHERE n.clinic_id = c.id ORDER BY n.created_at, n.phone_number LIMIT 1) AS number
    FROM clinics c WHERE id = ${trx.clinicId}`.execute(trx);
  const { number, ...clinic } = rows[0]!;
  const byNumber = number === null ? null : countryOfNumber(number);
  return { ...clinic, country: byNumber ?? (clinic.language === 'de' ? 'DE' : 'US') };
};
