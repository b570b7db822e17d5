import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Snapshot } from './merge-snapshot.ts';
import type { Row } from './rules/merge-rows.ts';

/** A table with rows that belong to a patient, as its foreign key says. */
export type Reference = { table: string; column: string; keys: string[] };

/**
 * These stay with the record: its words and its likely duplicates are made from what it says itself, and the merges, the
 * redirect and who is somebody else are about records, not about people.
 */
const staying = new Set([
  'patients',
  'patient_words',
  'patient_merges',
  'distinct_patients',
  'likely_duplicates',
  'patients_to_compare',
]);

/**
 * Everything that points to a patient, read from the catalogue: a table that comes later cannot be forgotten.
 * `keys` are the columns of its primary key without the clinic.
 */
export const referencesToPatients = async (trx: ClinicTransaction): Promise<Reference[]> => {
  const { rows } = await sql<Reference>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column",
      ARRAY(SELECT k.attname::text FROM pg_index i, unnest(i.indkey) AS n(attnum)
        JOIN pg_attribute k ON k.attnum = n.attnum
        WHERE i.indrelid = c.conrelid AND i.indisprimary AND k.attrelid = c.conrelid AND k.attname <> 'clinic_id') AS keys
    FROM pg_constraint c
    JOIN LATERAL unnest(c.conkey, c.confkey) AS pair(own, theirs) ON true
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.own
    JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = pair.theirs AND t.attname = 'id'
    WHERE c.contype = 'f' AND c.confrelid = 'patients'::regclass ORDER BY 1, 2`.execute(trx);
  return rows.filter(({ table }) => !staying.has(table));
};

/** The rows of a table that belong to one of these, as they are. */
export const rowsOf = async (
  trx: ClinicTransaction,
  { table, column, keys }: Reference,
  patientIds: readonly string[],
): Promise<Row[]> => {
  const wanted = [...new Set([column, ...keys])];
  // Where the patient is part of the key the row may have to go: all of it is kept. Elsewhere its key is enough.
  const what = keys.includes(column)
    ? sql`to_jsonb(t)`
    : sql`jsonb_build_object(${sql.join(wanted.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))})`;
  const { rows } = await sql<{ row: Row }>`
    SELECT ${what} AS row FROM ${sql.table(table)} t
    WHERE t.clinic_id = ${trx.clinicId} AND ${sql.ref(`t.${column}`)} = ANY(${patientIds}::uuid[])`.execute(
    trx,
  );
  return rows.map(({ row }) => row);
};

/** Gives the rows of one to the other. */
export const moveRows = async (
  trx: ClinicTransaction,
  { table, column }: Reference,
  from: string,
  to: string,
): Promise<void> => {
  await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${to}
    WHERE clinic_id = ${trx.clinicId} AND ${sql.ref(column)} = ${from}`.execute(trx);
};

/** Takes the rows of these people away: those that stand in a key are entered anew, without what would be there twice. */
export const clearRows = async (
  trx: ClinicTransaction,
  { table, column }: Reference,
  patientIds: readonly string[],
): Promise<void> => {
  await sql`DELETE FROM ${sql.table(table)} WHERE clinic_id = ${trx.clinicId}
    AND ${sql.ref(column)} = ANY(${patientIds}::uuid[])`.execute(trx);
};

/** Enters whole rows; one that is there already stays. */
export const enterRows = async (
  trx: ClinicTransaction,
  table: string,
  rows: readonly Row[],
): Promise<void> => {
  await sql`INSERT INTO ${sql.table(table)}
    SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(trx);
};

/** Points single rows back to whom they belonged. */
export const returnRows = async (
  trx: ClinicTransaction,
  { table, column, keys }: Reference,
  rows: readonly Row[],
): Promise<void> => {
  await sql`UPDATE ${sql.table(table)} t SET ${sql.ref(column)} = b.${sql.ref(column)}
    FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) b
    WHERE t.clinic_id = ${trx.clinicId} AND ${sql.join(
      keys.map((key) => sql`t.${sql.ref(key)} = b.${sql.ref(key)}`),
      sql` AND `,
    )}`.execute(trx);
};

/** What a merge found, and what it left. `records`: the kept one first. */
export type KeptForUndo = { before: Snapshot & { records: [Row, Row] }; after: Snapshot };

export const insertMerge = async (
  trx: ClinicTransaction,
  merge: KeptForUndo & { id: string; keptId: string; mergedId: string; at: Temporal.Instant; userId: string },
): Promise<void> => {
  await trx
    .insertInto('patient_merges')
    .values({
      clinic_id: trx.clinicId,
      id: merge.id,
      kept_id: merge.keptId,
      merged_id: merge.mergedId,
      merged_at: merge.at,
      merged_by: merge.userId,
      before: JSON.stringify(merge.before),
      after: JSON.stringify(merge.after),
    })
    .execute();
};

/** A merge that has not been undone. */
export const selectMerge = async (
  trx: ClinicTransaction,
  keptId: string,
  mergeId: string,
): Promise<(KeptForUndo & { mergedId: string; at: Temporal.Instant }) | null> => {
  const row = await trx
    .selectFrom('patient_merges')
    .select(['merged_id as mergedId', 'merged_at as at', 'before', 'after'])
    .where('clinic_id', '=', trx.clinicId)
    .where('kept_id', '=', keptId)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined
    ? null
    : (row as unknown as KeptForUndo & { mergedId: string; at: Temporal.Instant });
};

export const markUndone = async (
  trx: ClinicTransaction,
  mergeId: string,
  now: Temporal.Instant,
): Promise<void> => {
  await trx
    .updateTable('patient_merges')
    .set({ undone_at: now })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', mergeId)
    .execute();
};

/** What became part of these people since then and could be taken apart, newest first. */
export const selectMergesInto = async (
  trx: ClinicTransaction,
  keptIds: readonly string[],
  since: Temporal.Instant,
): Promise<
  { keptId: string; mergeId: string; givenName: string; familyName: string; at: Temporal.Instant }[]
> =>
  trx
    .selectFrom('patient_merges as m')
    .innerJoin('patients as p', (join) =>
      join.onRef('p.clinic_id', '=', 'm.clinic_id').onRef('p.id', '=', 'm.merged_id'),
    )
    .select([
      'm.kept_id as keptId',
      'm.id as mergeId',
      'p.given_name as givenName',
      'p.family_name as familyName',
      'm.merged_at as at',
    ])
    .where('m.clinic_id', '=', trx.clinicId)
    .where(sql<boolean>`m.kept_id = ANY(${keptIds}::uuid[])`)
    .where('m.undone_at', 'is', null)
    .where('m.merged_at', '>', since)
    .orderBy('m.merged_at', 'desc')
    .execute();

/** The record behind the one that is kept: it stays as a redirect, with its name and nothing else. */
export const redirect = async (
  trx: ClinicTransaction,
  mergedId: string,
  keptId: string | null,
): Promise<void> => {
  await trx
    .updateTable('patients')
    .set({ merged_into: keptId })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', mergedId)
    .execute();
};
