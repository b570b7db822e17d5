import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';

export type ClinicFace = {
  name: string;
  timeZone: string;
  language: Language;
  country: string | null;
  phone: string | null;
};

/** What anybody may know of the clinic that writes to them. */
export const selectClinicFace = async (trx: ClinicTransaction): Promise<ClinicFace> => {
  const { rows } = await sql<ClinicFace>`
    SELECT c.name, c.time_zone AS "timeZone", c.language, c.country,
      (SELECT phone_number FROM clinic_phone_numbers n WHERE n.clinic_id = c.id ORDER BY created_at, phone_number LIMIT 1) AS phone
    FROM clinics c WHERE c.id = ${trx.clinicId}`.execute(trx);
  return rows[0]!;
};
