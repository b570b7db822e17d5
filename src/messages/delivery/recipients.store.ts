import { sql } from 'kysely';
import type { Language } from '../../clinics/rules/language.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { ReachablePerson } from '../rules/choose-recipient.ts';

export type PatientWithGuardians = {
  patient: ReachablePerson;
  guardians: ReachablePerson[];
  /** somebody's guardian themselves */
  speaksForOthers: boolean;
};
type Row = ReachablePerson & { guardianOf: string | null; speaksForOthers: boolean };

/** These patients and who may decide for them, in one query. Merged records stand for the person they became. */
export const selectReachable = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
): Promise<Map<string, PatientWithGuardians>> => {
  const { rows } = await sql<Row>`
    WITH people AS (
      SELECT p.id, NULL::uuid AS guardian_of, 0 AS place FROM patients p
      WHERE p.clinic_id = ${trx.clinicId} AND p.id = ANY(${patientIds}::uuid[])
      UNION ALL
      SELECT g.guardian_id, g.patient_id, CASE g.relation WHEN 'mother' THEN 1 WHEN 'father' THEN 2 ELSE 3 END
      FROM patient_guardians g
      WHERE g.clinic_id = ${trx.clinicId} AND g.patient_id = ANY(${patientIds}::uuid[]) AND g.speaks_for
    )
    SELECT e.id, e.guardian_of AS "guardianOf", p.birth_date AS "birthDate", p.language,
      e.guardian_of IS NULL AND EXISTS (SELECT FROM patient_guardians o
        WHERE o.clinic_id = ${trx.clinicId} AND o.guardian_id = e.id AND o.speaks_for) AS "speaksForOthers",
      EXISTS (SELECT FROM push_subscriptions s WHERE s.clinic_id = ${trx.clinicId} AND s.patient_id = e.id) AS "takesPush",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', n.phone_number, 'kind', n.kind, 'preferred', n.preferred,
          'takesSms', n.takes_sms, 'unreachable', n.unreachable) ORDER BY n.phone_number), '[]')
        FROM patient_phone_numbers n WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = e.id) AS numbers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('email', m.email, 'preferred', m.preferred) ORDER BY m.email), '[]')
        FROM patient_emails m WHERE m.clinic_id = ${trx.clinicId} AND m.patient_id = e.id) AS emails
    FROM people e JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = e.id
    ORDER BY e.place, e.id`.execute(trx);
  const found = new Map<string, PatientWithGuardians>();
  for (const row of rows)
    if (row.guardianOf === null)
      found.set(row.id, { patient: row, guardians: [], speaksForOthers: row.speaksForOthers });
  for (const row of rows) if (row.guardianOf !== null) found.get(row.guardianOf)?.guardians.push(row);
  return found;
};

export type ClinicWords = {
  timeZone: string;
  language: Language;
  firstNumber: string | null;
  name: string;
  country: string | null;
  postalAddress: string | null;
  /** whether opens and clicks of e-mails are noted */
  trackEmail: boolean;
};

export const selectClinicWords = async (trx: ClinicTransaction): Promise<ClinicWords> => {
  const { rows } = await sql<ClinicWords>`
    SELECT c.name, c.country, s.postal_address AS "postalAddress", coalesce(s.track_email, false) AS "trackEmail", c.time_zone AS "timeZone", c.language,
      (SELECT phone_number FROM clinic_phone_numbers n WHERE n.clinic_id = c.id ORDER BY created_at, phone_number LIMIT 1) AS "firstNumber"
    FROM clinics c LEFT JOIN message_settings s ON s.clinic_id = c.id WHERE c.id = ${trx.clinicId}`.execute(
    trx,
  );
  return rows[0]!;
};
