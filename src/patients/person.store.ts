import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PhoneNumber } from './rules/contact-points.ts';
import type { PatientView } from './rules/patient-views.ts';
import type { Relation } from './rules/relation.ts';

export type PersonRow = {
  id: string;
  revision: number;
  preferredName: string | null;
  salutation: string | null;
  gender: PatientView['gender'];
  spokenLanguages: string[];
  timeZone: string | null;
  address: PatientView['address'];
  archivedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  phoneNumbers: PhoneNumber[];
  emails: PatientView['emails'];
  identifiers: PatientView['identifiers'];
};

/** What stands only on a person's own page; the rest is in the row of the list. Without whom the clinic has not. */
export const selectPeople = async (trx: ClinicTransaction, ids: readonly string[]): Promise<PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    SELECT p.id, p.revision, p.preferred_name AS "preferredName", p.salutation, p.gender, p.spoken_languages AS "spokenLanguages",
      p.time_zone AS "timeZone", p.archived_at AS "archivedAt", p.created_at AS "createdAt", p.updated_at AS "updatedAt",
      jsonb_build_object('street', p.street, 'postalCode', p.postal_code, 'city', p.city, 'region', p.region,
        'country', p.country) AS address,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', n.phone_number, 'kind', n.kind, 'preferred', n.preferred,
          'takesSms', n.takes_sms, 'unreachable', n.unreachable) ORDER BY n.preferred DESC, n.unreachable, n.kind, n.phone_number), '[]')
        FROM patient_phone_numbers n WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id) AS "phoneNumbers",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('email', e.email, 'preferred', e.preferred)
          ORDER BY e.preferred DESC, e.email), '[]')
        FROM patient_emails e WHERE e.clinic_id = p.clinic_id AND e.patient_id = p.id) AS emails,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('system', i.system, 'value', i.value)
          ORDER BY i.system <> 'practice', i.system, i.value), '[]')
        FROM patient_identifiers i WHERE i.clinic_id = p.clinic_id AND i.patient_id = p.id) AS identifiers
    FROM patients p WHERE p.clinic_id = ${trx.clinicId} AND p.id = ANY(${ids}::uuid[])
      AND p.merged_into IS NULL`.execute(trx);
  return rows;
};

/** `of`: whose relative this is. */
export type RelativeRow = {
  of: string;
  id: string;
  givenName: string;
  familyName: string;
  birthDate: string | null;
  relation: Relation;
  speaksFor: boolean;
  phoneNumber: string | null;
};

/** Who answers for these people (`guardians`), or for whom they answer (`children`), the eldest first. */
export const selectRelatives = async (
  trx: ClinicTransaction,
  ids: readonly string[],
  side: 'guardians' | 'children',
): Promise<RelativeRow[]> => {
  const [self, other] =
    side === 'guardians' ? [sql`r.patient_id`, sql`r.guardian_id`] : [sql`r.guardian_id`, sql`r.patient_id`];
  const { rows } = await sql<RelativeRow>`
    SELECT ${self} AS of, p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.birth_date AS "birthDate",
      r.relation, r.speaks_for AS "speaksFor",
      (SELECT n.phone_number FROM patient_phone_numbers n WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id
        ORDER BY n.unreachable, n.preferred DESC, n.phone_number LIMIT 1) AS "phoneNumber"
    FROM patient_guardians r JOIN patients p ON p.clinic_id = r.clinic_id AND p.id = ${other}
    WHERE r.clinic_id = ${trx.clinicId} AND ${self} = ANY(${ids}::uuid[])
    ORDER BY r.speaks_for DESC, p.birth_date, p.sort_name`.execute(trx);
  return rows;
};
