import { sql } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Field } from './rules/columns.ts';
import {
  noTally,
  type Choices,
  type FileFault,
  type Format,
  type ImportStatus,
  type Profile,
  type Tally,
} from './rules/import-views.ts';

export type ImportRow = {
  id: string;
  fileName: string;
  kind: 'csv' | 'fhir';
  status: ImportStatus;
  fault: FileFault | null;
  bytes: number;
  format: Format | null;
  profile: Profile;
  mapping: Field[];
  remembered: boolean;
  choices: Choices;
  tally: Tally;
  rowsTotal: number;
  rowsDone: number;
  createdBy: string | null;
  createdByName: string | null;
  createdAt: Temporal.Instant;
  startedAt: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
};

const firstChoices: Choices = { onDuplicate: 'update', onWrongField: 'refuse', dateOrder: null };
/** With FHIR one unreadable fax number is no reason to leave a patient out. */
const firstFhirChoices: Choices = { ...firstChoices, onWrongField: 'leave-out' };

type Stored = Omit<ImportRow, 'format' | 'profile' | 'choices' | 'tally'> & {
  format: Partial<Format>;
  profile: Partial<Profile>;
  choices: Partial<Choices>;
  tally: Partial<Tally>;
};

/** Columns hold what was written so far; the defaults of what was not stand here. */
const complete = (row: Stored): ImportRow => ({
  ...row,
  format: row.format.encoding === undefined ? null : (row.format as Format),
  profile: { columns: [], resources: {}, ...row.profile },
  choices: { ...(row.kind === 'fhir' ? firstFhirChoices : firstChoices), ...row.choices },
  tally: { ...noTally, ...row.tally },
});

const columns =
  sql.raw(`i.id, file_name AS "fileName", kind, status, fault, bytes, format, profile, mapping, remembered,
  choices, tally, rows_total AS "rowsTotal", rows_done AS "rowsDone", created_by AS "createdBy", users.name AS "createdByName",
  i.created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt"`);

export const insertImport = async (
  trx: ClinicTransaction,
  one: { id: string; fileName: string; kind: 'csv' | 'fhir'; createdBy: string; at: Temporal.Instant },
): Promise<void> => {
  await trx
    .insertInto('imports')
    .values({
      clinic_id: trx.clinicId,
      id: one.id,
      file_name: one.fileName,
      kind: one.kind,
      created_by: one.createdBy,
      created_at: one.at,
    })
    .execute();
};

export const selectImport = async (trx: ClinicTransaction, id: string): Promise<ImportRow | null> => {
  const { rows } = await sql<Stored>`
    SELECT ${columns} FROM imports i LEFT JOIN users ON users.id = i.created_by
    WHERE i.clinic_id = ${trx.clinicId} AND i.id = ${id}`.execute(trx);
  return rows[0] ? complete(rows[0]) : null;
};

/** Whoever holds the lock is the only one who works on this import. */
export const lockImport = async (trx: ClinicTransaction, id: string): Promise<ImportRow | null> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM imports WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ? selectImport(trx, id) : null;
};

/** Newest first. @param after the last one of the page before */
export const selectImports = async (
  trx: ClinicTransaction,
  limit: number,
  after: { createdAt: string; id: string } | null,
): Promise<ImportRow[]> => {
  const before =
    after === null
      ? sql`true`
      : sql`(i.created_at, i.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<Stored>`
    SELECT ${columns} FROM imports i LEFT JOIN users ON users.id = i.created_by
    WHERE i.clinic_id = ${trx.clinicId} AND ${before}
    ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit}`.execute(trx);
  return rows.map(complete);
};

/** What may be set, by column. */
export type ImportChange = Partial<{
  status: ImportStatus;
  kind: 'csv' | 'fhir';
  fault: FileFault | null;
  bytes: number;
  format: Format | Record<string, never>;
  profile: Profile;
  mapping: Field[];
  remembered: boolean;
  choices: Choices;
  tally: Tally;
  rows_total: number;
  rows_done: number;
  started_at: Temporal.Instant;
  finished_at: Temporal.Instant;
}>;

export const updateImport = async (
  trx: ClinicTransaction,
  id: string,
  change: ImportChange,
): Promise<void> => {
  const { mapping, ...rest } = change;
  await trx
    .updateTable('imports')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    // A list would be sent as a PostgreSQL array; this column is JSON.
    .set({ ...rest, ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }) } as never)
    .execute();
};

/** @returns false when there was none */
export const deleteImport = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('imports')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const selectClinicReading = async (
  trx: ClinicTransaction,
): Promise<{ timeZone: string; language: string }> => {
  const row = await trx
    .selectFrom('clinics')
    .select(['time_zone as timeZone', 'language'])
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return row;
};

export const findMapping = async (
  trx: ClinicTransaction,
  signature: string,
): Promise<{ mapping: Field[]; choices: Choices } | null> => {
  const { rows } = await sql<{ mapping: Field[]; choices: Choices }>`
    SELECT mapping, choices FROM import_mappings
    WHERE clinic_id = ${trx.clinicId} AND header_signature = ${signature}`.execute(trx);
  return rows[0] ?? null;
};

export const rememberMapping = async (
  trx: ClinicTransaction,
  signature: string,
  { mapping, choices }: { mapping: Field[]; choices: Choices },
  at: Temporal.Instant,
): Promise<void> => {
  await sql`
    INSERT INTO import_mappings (clinic_id, header_signature, mapping, choices, used_at)
    VALUES (${trx.clinicId}, ${signature}, ${JSON.stringify(mapping)}, ${JSON.stringify(choices)}, ${at})
    ON CONFLICT (clinic_id, header_signature)
    DO UPDATE SET mapping = excluded.mapping, choices = excluded.choices, used_at = excluded.used_at`.execute(
    trx,
  );
};
