import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PatientLine, PatientVisit } from './rules/patient-page-view.ts';

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

export type Holder = { id: string; firstName: string };

/** Who has the link, as long as the clinic has them. */
export const selectHolder = async (trx: ClinicTransaction, patientId: string): Promise<Holder | null> => {
  const { rows } = await sql<Holder>`
    SELECT id, coalesce(preferred_name, given_name) AS "firstName" FROM patients
    WHERE clinic_id = ${trx.clinicId} AND id = ${patientId} AND merged_into IS NULL AND archived_at IS NULL`.execute(
    trx,
  );
  return rows[0] ?? null;
};

type VisitRow = Omit<PatientVisit, 'startsAt'> & { startsAt: Temporal.Instant };

/** Theirs and those of children they answer for; what they cancelled stays in sight for a day. */
export const selectVisits = async (
  trx: ClinicTransaction,
  holderId: string,
  now: Temporal.Instant,
): Promise<PatientVisit[]> => {
  const { rows } = await sql<VisitRow>`
    WITH people AS (
      SELECT ${holderId}::uuid AS id
      UNION SELECT patient_id FROM patient_guardians
        WHERE clinic_id = ${trx.clinicId} AND guardian_id = ${holderId} AND speaks_for
    )
    SELECT a.id, CASE WHEN p.id = ${holderId} THEN NULL ELSE coalesce(p.preferred_name, p.given_name) END AS who,
      a.starts_at AS "startsAt", d.name AS practitioner, a.status,
      EXISTS (SELECT FROM messages m WHERE m.clinic_id = a.clinic_id AND m.patient_id = ${holderId} AND m.direction = 'inbound'
        AND m.appointment_id = a.id AND m.created_at >= a.updated_at) AS "newTimeAsked"
    FROM people e
    JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = e.id AND p.merged_into IS NULL AND p.archived_at IS NULL
    JOIN appointments a ON a.clinic_id = ${trx.clinicId} AND a.patient_id = p.id AND a.starts_at > ${now}
      AND (a.status IN ('booked', 'confirmed')
        OR a.status = 'cancelled' AND a.cancelled_by = 'patient' AND a.updated_at > ${now.subtract({ hours: 24 })})
    JOIN practitioners d ON d.clinic_id = a.clinic_id AND d.id = a.practitioner_id
    ORDER BY a.starts_at, a.id LIMIT 50`.execute(trx);
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toString() }));
};

const mostLines = 50;

/** What was written here or came as a notification, oldest first. */
export const selectLines = async (trx: ClinicTransaction, holderId: string): Promise<PatientLine[]> => {
  const { rows } = await sql<Omit<PatientLine, 'at'> & { at: Temporal.Instant }>`
    SELECT m.id, coalesce(m.sent_at, m.created_at) AS at, m.subject, coalesce(m.body, '') AS text,
      CASE m.direction WHEN 'inbound' THEN 'patient' ELSE 'clinic' END AS "from"
    FROM conversations c
    JOIN messages m ON m.clinic_id = c.clinic_id AND m.conversation_id = c.id AND m.status IN ('received', 'sent', 'delivered')
    WHERE c.clinic_id = ${trx.clinicId} AND c.patient_id = ${holderId} AND c.channel IN ('in-app', 'push')
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${mostLines}`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.toString() })).toReversed();
};

/** In which language somebody is written to; null: no such patient. */
export const patientLanguage = async (
  trx: ClinicTransaction,
  patientId: string,
): Promise<Language | null> => {
  const { rows } = await sql<{ language: Language }>`
    SELECT coalesce(p.language, c.language) AS language FROM patients p JOIN clinics c ON c.id = p.clinic_id
    WHERE p.clinic_id = ${trx.clinicId} AND p.id = ${patientId}`.execute(trx);
  return rows[0]?.language ?? null;
};
