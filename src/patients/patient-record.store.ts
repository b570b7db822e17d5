import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PatientFields } from './rules/patient-draft.ts';

/** Everything that is typed in except the lists, as it stands in the row. */
export type OwnColumns = {
  [Name in Exclude<keyof PatientFields, 'phoneNumbers' | 'emails' | 'identifiers' | 'tags'>]?:
    | PatientFields[Name]
    | undefined;
};

const columnsOf = ({ address, balanceCents, ...fields }: OwnColumns) => ({
  ...(fields.givenName === undefined ? {} : { given_name: fields.givenName }),
  ...(fields.familyName === undefined ? {} : { family_name: fields.familyName }),
  ...(fields.preferredName === undefined ? {} : { preferred_name: fields.preferredName }),
  ...(fields.salutation === undefined ? {} : { salutation: fields.salutation }),
  ...(fields.gender === undefined ? {} : { gender: fields.gender }),
  ...(fields.birthDate === undefined ? {} : { birth_date: fields.birthDate }),
  ...(fields.language === undefined ? {} : { language: fields.language }),
  ...(fields.spokenLanguages === undefined ? {} : { spoken_languages: fields.spokenLanguages }),
  ...(fields.timeZone === undefined ? {} : { time_zone: fields.timeZone }),
  ...(fields.vip === undefined ? {} : { vip: fields.vip }),
  ...(balanceCents === undefined ? {} : { balance_cents: balanceCents }),
  ...(address === undefined
    ? {}
    : {
        street: address.street,
        postal_code: address.postalCode,
        city: address.city,
        region: address.region,
        country: address.country,
      }),
});

export const insertPatient = async (
  trx: ClinicTransaction,
  id: string,
  fields: OwnColumns & { givenName: string; familyName: string },
  now: Temporal.Instant,
): Promise<void> => {
  await trx
    .insertInto('patients')
    .values({
      ...columnsOf(fields),
      clinic_id: trx.clinicId,
      id,
      given_name: fields.givenName,
      family_name: fields.familyName,
      created_at: now,
      updated_at: now,
    })
    .execute();
};

/** Locks the row, though not against rows that refer to it: whoever changes a person does so alone. Null for nobody, or one merged into another. */
export const lockPatient = async (
  trx: ClinicTransaction,
  id: string,
): Promise<{ revision: number; archived: boolean } | null> => {
  const row = await trx
    .selectFrom('patients')
    .select(['revision', 'archived_at'])
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { revision: row.revision, archived: row.archived_at !== null };
};

/** Writes what is given, and counts the change. */
export const updatePatient = async (
  trx: ClinicTransaction,
  id: string,
  fields: OwnColumns & { archivedAt?: Temporal.Instant | null },
  now: Temporal.Instant,
): Promise<void> => {
  const { archivedAt, ...own } = fields;
  await trx
    .updateTable('patients')
    .set({
      ...columnsOf(own),
      ...(archivedAt === undefined ? {} : { archived_at: archivedAt }),
      revision: sql`revision + 1`,
      updated_at: now,
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

/** Whom a merged duplicate became; the id itself for everybody else. */
export const followMerges = async (trx: ClinicTransaction, id: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE way AS (
      SELECT id, merged_into FROM patients WHERE clinic_id = ${trx.clinicId} AND id = ${id}
      UNION ALL
      SELECT p.id, p.merged_into FROM way JOIN patients p ON p.clinic_id = ${trx.clinicId} AND p.id = way.merged_into
    ) SELECT id FROM way WHERE merged_into IS NULL`.execute(trx);
  return rows[0]?.id ?? id;
};

export const patientExists = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('patients')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};
