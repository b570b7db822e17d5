import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Relation } from './rules/relation.ts';

export type GuardianOfRow = {
  id: string;
  givenName: string;
  familyName: string;
  relation: Relation;
  number: string | null;
};
type Visit = { id: string; startsAt: string; reason: string; practitioner: string };

/** What a list shows of a person. Times inside are texts as PostgreSQL writes them in JSON. */
export type PatientRow = {
  id: string;
  givenName: string;
  familyName: string;
  birthDate: string | null;
  language: Language | null;
  balanceCents: number;
  vip: boolean;
  archived: boolean;
  number: string | null;
  email: string | null;
  guardians: GuardianOfRow[];
  wards: { givenName: string; relation: Relation }[];
  tags: string[];
  next: Visit | null;
  lastAt: Temporal.Instant | null;
};

/** The number to try first: one that works before one that does not, the preferred one before the others. */
const bestNumberOf = (person: string) => sql`(
  SELECT n.phone_number FROM patient_phone_numbers n
  WHERE n.clinic_id = ${sql.ref(`${person}.clinic_id`)} AND n.patient_id = ${sql.ref(`${person}.id`)}
  ORDER BY n.unreachable, n.preferred DESC, n.kind = 'mobile' DESC, n.phone_number LIMIT 1)`;

/** The people of one page, in the order of their ids. */
export const selectPatientRows = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<PatientRow[]> => {
  const { rows } = await sql<PatientRow>`
    SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.birth_date AS "birthDate", p.language,
      p.balance_cents AS "balanceCents", p.vip, p.archived_at IS NOT NULL AS archived, ${bestNumberOf('p')} AS number,
      (SELECT e.email FROM patient_emails e WHERE e.clinic_id = p.clinic_id AND e.patient_id = p.id
        ORDER BY e.preferred DESC, e.email LIMIT 1) AS email,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'givenName', g.given_name, 'familyName', g.family_name,
          'relation', r.relation, 'number', ${bestNumberOf('g')}) ORDER BY r.speaks_for DESC, g.sort_name), '[]')
        FROM patient_guardians r JOIN patients g ON g.clinic_id = r.clinic_id AND g.id = r.guardian_id
        WHERE r.clinic_id = p.clinic_id AND r.patient_id = p.id) AS guardians,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('givenName', w.given_name, 'relation', r.relation)
          ORDER BY w.birth_date, w.sort_name), '[]')
        FROM patient_guardians r JOIN patients w ON w.clinic_id = r.clinic_id AND w.id = r.patient_id
        WHERE r.clinic_id = p.clinic_id AND r.guardian_id = p.id) AS wards,
      ARRAY(SELECT t.tag FROM patient_tags t WHERE t.clinic_id = p.clinic_id AND t.patient_id = p.id ORDER BY t.tag) AS tags,
      (SELECT jsonb_build_object('id', a.id, 'startsAt', a.starts_at, 'reason', a.reason, 'practitioner', d.name)
        FROM appointments a JOIN practitioners d ON d.clinic_id = a.clinic_id AND d.id = a.practitioner_id
        WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id AND a.status IN ('booked', 'confirmed') AND a.ends_at > ${now}
        ORDER BY a.starts_at LIMIT 1) AS next,
      (SELECT max(a.starts_at) FROM appointments a WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id
        AND a.status NOT IN ('cancelled', 'no-show') AND a.starts_at <= ${now}) AS "lastAt"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS page(id, place)
    JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = page.id
    ORDER BY page.place`.execute(trx);
  return rows;
};
