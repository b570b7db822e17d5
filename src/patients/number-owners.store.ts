import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type {
  ComingAppointment,
  Guardianship,
  KnownLead,
  KnownPatient,
  KnownPlan,
} from './rules/describe-caller.ts';

export type NumberOwnersRow = {
  /** everybody reachable by these numbers and the children they answer for, once per number */
  patients: (KnownPatient & { number: string })[];
  /** between those patients */
  guardianships: Guardianship[];
  /** each patient's next one, soonest first */
  appointments: ComingAppointment[];
  /** of each patient the treatment that goes on, else the last */
  plans: KnownPlan[];
  /** newest first */
  leads: (KnownLead & { number: string })[];
  /** in which words and which currency the clinic reads about its patients */
  clinic: { language: Language; currency: string };
};

/**
 * All that is known about these numbers, in one query: a caller waits for it. An appointment that has begun still counts
 * as the next one: they may be calling because they are late.
 */
export const selectOwners = async (
  trx: ClinicTransaction,
  numbers: readonly string[],
  now: Temporal.Instant,
): Promise<NumberOwnersRow> => {
  const clinicId = trx.clinicId;
  const { rows } = await sql<
    Omit<NumberOwnersRow, 'appointments' | 'clinic'> & {
      appointments: (Omit<ComingAppointment, 'startsAt'> & { startsAt: string })[];
      language: Language;
      currency: string;
    }
  >`
    WITH owners AS (
      SELECT phone_number, patient_id FROM patient_phone_numbers
      WHERE clinic_id = ${clinicId} AND phone_number = ANY(${numbers}::text[])
    ), everybody AS (
      SELECT phone_number, patient_id FROM owners
      UNION
      SELECT o.phone_number, g.patient_id FROM owners o
      JOIN patient_guardians g ON g.clinic_id = ${clinicId} AND g.guardian_id = o.patient_id
    )
    SELECT c.language, c.currency,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'number', e.phone_number, 'id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
          'birthDate', p.birth_date, 'language', p.language, 'vip', p.vip, 'balanceCents', p.balance_cents)), '[]')
        FROM everybody e JOIN patients p ON p.clinic_id = ${clinicId} AND p.id = e.patient_id) AS patients,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'guardianId', g.guardian_id, 'patientId', g.patient_id, 'relation', g.relation)), '[]')
        FROM patient_guardians g
        WHERE g.clinic_id = ${clinicId} AND g.guardian_id IN (SELECT patient_id FROM everybody)
          AND g.patient_id IN (SELECT patient_id FROM everybody)) AS guardianships,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'patientId', n.patient_id, 'startsAt', n.starts_at, 'reason', n.reason, 'practitioner', n.practitioner)
          ORDER BY n.starts_at), '[]')
        FROM (SELECT DISTINCT ON (a.patient_id) a.patient_id, a.starts_at, a.reason, p.name AS practitioner
          FROM appointments a JOIN practitioners p ON p.clinic_id = a.clinic_id AND p.id = a.practitioner_id
          WHERE a.clinic_id = ${clinicId} AND a.patient_id IN (SELECT patient_id FROM everybody)
            AND a.status IN ('booked', 'confirmed') AND a.ends_at > ${now.toString()}::timestamptz
          ORDER BY a.patient_id, a.starts_at) n) AS appointments,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('patientId', n.patient_id, 'name', n.name, 'phase', n.phase)), '[]')
        FROM (SELECT DISTINCT ON (t.patient_id) t.patient_id, t.name, t.phase FROM treatment_plans t
          WHERE t.clinic_id = ${clinicId} AND t.patient_id IN (SELECT patient_id FROM everybody)
          ORDER BY t.patient_id, t.phase IN ('proposed', 'accepted', 'active', 'retention') DESC, t.created_at DESC) n) AS plans,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', l.id, 'name', l.name, 'language', l.language, 'number', l.phone_number)
          ORDER BY l.created_at DESC, l.id DESC), '[]')
        FROM leads l WHERE l.clinic_id = ${clinicId} AND l.phone_number = ANY(${numbers}::text[])) AS leads
    FROM clinics c WHERE c.id = ${clinicId}`.execute(trx);
  const { language, currency, appointments, ...found } = rows[0]!;
  return {
    ...found,
    clinic: { language, currency },
    appointments: appointments.map((one) => ({ ...one, startsAt: Temporal.Instant.from(one.startsAt) })),
  };
};

/** @returns whose number it was and took text messages until now */
export const clearTakesSms = async (trx: ClinicTransaction, number: string): Promise<string[]> => {
  const { rows } = await sql<{ patientId: string }>`
    UPDATE patient_phone_numbers SET takes_sms = false
    WHERE clinic_id = ${trx.clinicId} AND phone_number = ${number} AND takes_sms
    RETURNING patient_id AS "patientId"`.execute(trx);
  return rows.map(({ patientId }) => patientId);
};
