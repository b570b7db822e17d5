import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { MergeField } from './rules/merge-fields.ts';
import type { Row } from './rules/merge-rows.ts';

const columnsOf: Record<MergeField, string[]> = {
  givenName: ['given_name'],
  familyName: ['family_name'],
  preferredName: ['preferred_name'],
  salutation: ['salutation'],
  gender: ['gender'],
  birthDate: ['birth_date'],
  language: ['language'],
  spokenLanguages: ['spoken_languages'],
  timeZone: ['time_zone'],
  address: ['street', 'postal_code', 'city', 'region', 'country'],
};
/** Nothing, or a list of nothing. */
const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
const own = Object.values(columnsOf).flat();

/** Both records as rows, the kept one first. Locked: nobody changes either meanwhile. */
export const lockedRecords = async (
  trx: ClinicTransaction,
  keptId: string,
  mergedId: string,
): Promise<[Row, Row] | null> => {
  const { rows } = await sql<{ id: string; row: Row }>`
    SELECT p.id, to_jsonb(p) AS row FROM patients p WHERE p.clinic_id = ${trx.clinicId}
      AND p.id = ANY(${[keptId, mergedId]}::uuid[]) AND p.merged_into IS NULL ORDER BY p.id FOR NO KEY UPDATE`.execute(
    trx,
  );
  const kept = rows.find(({ id }) => id === keptId);
  const merged = rows.find(({ id }) => id === mergedId);
  return kept && merged ? [kept.row, merged.row] : null;
};

/** Puts the two together in the one that is kept. An address is taken as a whole, never mixed. */
export const joinColumns = async (
  trx: ClinicTransaction,
  [kept, merged]: [Row, Row],
  take: readonly MergeField[],
  now: Temporal.Instant,
): Promise<void> => {
  const empty = (field: MergeField): boolean => columnsOf[field].every((column) => isEmpty(kept[column]));
  const taken = (Object.keys(columnsOf) as MergeField[]).filter(
    (field) => take.includes(field) || empty(field),
  );
  const columns = taken.flatMap((field) => columnsOf[field]);
  const sets = columns.map((column) => sql`${sql.ref(column)} = m.${sql.ref(column)}`);
  await sql`UPDATE patients k SET ${sql.join([
    ...sets,
    sql`vip = k.vip OR m.vip, balance_cents = k.balance_cents + m.balance_cents,
        revision = k.revision + 1, updated_at = ${now}`,
  ])}
    FROM patients m WHERE k.clinic_id = ${trx.clinicId} AND k.id = ${kept['id']}
      AND m.clinic_id = ${trx.clinicId} AND m.id = ${merged['id']}`.execute(trx);
};

/** Gives a record its own values back. */
export const restoreColumns = async (
  trx: ClinicTransaction,
  row: Row,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`UPDATE patients k SET ${sql.join(
    [...own, 'vip', 'balance_cents'].map((column) => sql`${sql.ref(column)} = b.${sql.ref(column)}`),
  )}, revision = k.revision + 1, updated_at = ${now}
    FROM jsonb_populate_record(NULL::patients, ${JSON.stringify(row)}::jsonb) b
    WHERE k.clinic_id = ${trx.clinicId} AND k.id = b.id`.execute(trx);
};
