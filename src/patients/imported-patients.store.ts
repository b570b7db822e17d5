import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ImportedPatient } from './rules/imported-patient.ts';
import type { KnownPerson } from './rules/plan-patients.ts';

type Asked = { key: number; familyName: string; givenName: string };

/** Two imports of one clinic at once take turns: each sees whom the other has added. */
export const lockImporting = async (trx: ClinicTransaction): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`patients.import:${trx.clinicId}`}, 0))`.execute(
    trx,
  );
};

/** Names as the list of patients sorts and compares them, in the order asked. */
export const sortNames = async (trx: ClinicTransaction, asked: Asked[]): Promise<Map<number, string>> => {
  const { rows } = await sql<{ key: number; name: string }>`
    SELECT key, plain_text("familyName") || ' ' || plain_text("givenName") AS name
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(key int, "familyName" text, "givenName" text)`.execute(
    trx,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
};

/** Everybody who has one of these names or external ids, whoever else they turn out to be. */
export const selectKnown = async (
  trx: ClinicTransaction,
  names: string[],
  externalIds: { system: string; value: string }[],
): Promise<KnownPerson[]> => {
  const { rows } = await sql<KnownPerson>`
    WITH found AS (
      SELECT id FROM patients
      WHERE clinic_id = ${trx.clinicId} AND merged_into IS NULL AND sort_name = ANY(${names}::text[])
      UNION
      SELECT coalesce(p.merged_into, p.id)
      FROM jsonb_to_recordset(${JSON.stringify(externalIds)}::jsonb) AS a(system text, value text)
      JOIN patient_identifiers i ON i.clinic_id = ${trx.clinicId} AND i.system = a.system AND i.value = a.value
      JOIN patients p ON p.clinic_id = i.clinic_id AND p.id = i.patient_id
    )
    SELECT p.id, p.sort_name AS "sortName", p.birth_date AS "birthDate",
      ARRAY(SELECT phone_number FROM patient_phone_numbers n WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id
            UNION ALL SELECT email FROM patient_emails e WHERE e.clinic_id = p.clinic_id AND e.patient_id = p.id) AS contacts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('system', system, 'value', value)), '[]')
       FROM patient_identifiers i WHERE i.clinic_id = p.clinic_id AND i.patient_id = p.id) AS "externalIds"
    FROM found JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = found.id`.execute(trx);
  return rows;
};

type Write = { id: string; draft: ImportedPatient };
const recordOf = ({ id, draft }: Write) => ({ id, ...draft });
/** The columns of one row as jsonb_to_recordset reads them. */
const shape =
  sql.raw(`r(id uuid, "givenName" text, "familyName" text, title text, "preferredName" text, "birthDate" date,
  gender text, language text, "spokenLanguages" text[], street text, "postalCode" text, city text, region text,
  country text, "balanceCents" int, deceased boolean)`);

export const insertPatients = async (
  trx: ClinicTransaction,
  writes: Write[],
  at: Temporal.Instant,
): Promise<void> => {
  await sql`
    INSERT INTO patients (clinic_id, id, given_name, family_name, salutation, preferred_name, birth_date, gender, language,
      spoken_languages, street, postal_code, city, region, country, balance_cents, archived_at, created_at, updated_at)
    SELECT ${trx.clinicId}, id, "givenName", "familyName", title, "preferredName", "birthDate", gender, language,
      "spokenLanguages", street, "postalCode", city, region, country, coalesce("balanceCents", 0),
      CASE WHEN deceased THEN ${at}::timestamptz END, ${at}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(writes.map(recordOf))}::jsonb) AS ${shape}`.execute(trx);
};

/** What the file does not say stays as it is. */
export const updatePatients = async (
  trx: ClinicTransaction,
  writes: Write[],
  at: Temporal.Instant,
): Promise<void> => {
  await sql`
    UPDATE patients p SET
      given_name = CASE WHEN r."givenName" = '' THEN p.given_name ELSE r."givenName" END,
      family_name = r."familyName",
      salutation = coalesce(r.title, p.salutation),
      preferred_name = coalesce(r."preferredName", p.preferred_name),
      birth_date = coalesce(r."birthDate", p.birth_date),
      gender = coalesce(r.gender, p.gender),
      language = coalesce(r.language, p.language),
      spoken_languages = CASE WHEN cardinality(r."spokenLanguages") = 0 THEN p.spoken_languages ELSE r."spokenLanguages" END,
      street = coalesce(r.street, p.street), postal_code = coalesce(r."postalCode", p.postal_code),
      city = coalesce(r.city, p.city), region = coalesce(r.region, p.region), country = coalesce(r.country, p.country),
      balance_cents = coalesce(r."balanceCents", p.balance_cents),
      archived_at = CASE WHEN r.deceased THEN coalesce(p.archived_at, ${at}) ELSE p.archived_at END,
      revision = p.revision + 1, updated_at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(writes.map(recordOf))}::jsonb) AS ${shape}
    WHERE p.clinic_id = ${trx.clinicId} AND p.id = r.id`.execute(trx);
};

/** What hangs on a patient: numbers, addresses, ids, tags. What is there already stays. */
export const insertBelongings = async (trx: ClinicTransaction, writes: Write[]): Promise<void> => {
  const numbers = writes.flatMap(({ id, draft }) =>
    draft.numbers.map(({ number, kind }, index) => ({ id, number, kind, first: index === 0 })),
  );
  await sql`
    INSERT INTO patient_phone_numbers (clinic_id, patient_id, phone_number, kind, preferred, takes_sms)
    SELECT ${trx.clinicId}, r.id, r.number, r.kind,
      r.first AND NOT EXISTS (SELECT FROM patient_phone_numbers n
        WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = r.id AND n.preferred),
      r.kind = 'mobile'
    FROM jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS r(id uuid, number text, kind text, first boolean)
    ON CONFLICT DO NOTHING`.execute(trx);
  const emails = writes.flatMap(({ id, draft }) =>
    draft.email === null ? [] : [{ id, email: draft.email.toLowerCase() }],
  );
  await sql`
    INSERT INTO patient_emails (clinic_id, patient_id, email, preferred)
    SELECT ${trx.clinicId}, r.id, r.email, NOT EXISTS (SELECT FROM patient_emails e
      WHERE e.clinic_id = ${trx.clinicId} AND e.patient_id = r.id AND e.preferred)
    FROM jsonb_to_recordset(${JSON.stringify(emails)}::jsonb) AS r(id uuid, email text)
    ON CONFLICT DO NOTHING`.execute(trx);
  const ids = writes.flatMap(({ id, draft }) => draft.externalIds.map((external) => ({ id, ...external })));
  await sql`
    INSERT INTO patient_identifiers (clinic_id, system, value, patient_id)
    SELECT ${trx.clinicId}, r.system, r.value, r.id
    FROM jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS r(id uuid, system text, value text)
    ON CONFLICT DO NOTHING`.execute(trx);
  const tags = writes.flatMap(({ id, draft }) => draft.tags.map((tag) => ({ id, tag })));
  await sql`
    INSERT INTO patient_tags (clinic_id, patient_id, tag)
    SELECT ${trx.clinicId}, r.id, r.tag
    FROM jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) AS r(id uuid, tag text)
    ON CONFLICT DO NOTHING`.execute(trx);
};

/** A note that stands there word for word already is not written again. */
export const insertNotes = async (
  trx: ClinicTransaction,
  notes: { noteId: string; id: string; body: string }[],
  at: Temporal.Instant,
): Promise<void> => {
  if (notes.length === 0) return;
  await sql`
    INSERT INTO patient_notes (clinic_id, id, patient_id, body, created_at)
    SELECT ${trx.clinicId}, r."noteId", r.id, r.body, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS r("noteId" uuid, id uuid, body text)
    WHERE NOT EXISTS (SELECT FROM patient_notes n
      WHERE n.clinic_id = ${trx.clinicId} AND n.patient_id = r.id AND n.body = r.body)`.execute(trx);
};

/** Only those that are as the import left them, and that nothing else has come to belong to. */
export const deleteUntouched = async (trx: ClinicTransaction, ids: string[]): Promise<number> => {
  const { numAffectedRows } = await sql`
    DELETE FROM patients p
    WHERE p.clinic_id = ${trx.clinicId} AND p.id = ANY(${ids}::uuid[]) AND p.revision = 1
      AND NOT EXISTS (SELECT FROM appointments a WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id)
      AND NOT EXISTS (SELECT FROM call_logs c WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id)
      AND NOT EXISTS (SELECT FROM contact_consents k WHERE k.clinic_id = p.clinic_id AND k.patient_id = p.id)
      AND NOT EXISTS (SELECT FROM contact_opt_outs o WHERE o.clinic_id = p.clinic_id AND o.patient_id = p.id)
      AND NOT EXISTS (SELECT FROM contact_decisions d WHERE d.clinic_id = p.clinic_id AND d.patient_id = p.id)
      AND NOT EXISTS (SELECT FROM patients m WHERE m.clinic_id = p.clinic_id AND m.merged_into = p.id)
      AND NOT EXISTS (SELECT FROM patient_notes n
        WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id AND n.author_id IS NOT NULL)`.execute(trx);
  return Number(numAffectedRows ?? 0n);
};

export const insertGuardians = async (
  trx: ClinicTransaction,
  links: { patientId: string; guardianId: string; relation: string }[],
): Promise<void> => {
  await sql`
    INSERT INTO patient_guardians (clinic_id, patient_id, guardian_id, relation)
    SELECT ${trx.clinicId}, r."patientId", r."guardianId", r.relation
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS r("patientId" uuid, "guardianId" uuid, relation text)
    ON CONFLICT DO NOTHING`.execute(trx);
};
