import { sql, type RawBuilder } from 'kysely';
import type { Keyring } from '../keyring.ts';
import type { ClinicTransaction } from './database.ts';
import type { DB } from './schema.ts';

/** A table of a clinic's with sealed columns. Its domain says how each is sealed. */
export type SealedTable = {
  table: keyof DB;
  /** the primary key, without the clinic */
  key: readonly [string, ...string[]];
  /** what a column's value is sealed with, by the row's key */
  columns: Record<string, (clinicId: string, ...key: string[]) => string>;
  /** rows of one transaction: all their values are in memory at once */
  rowsAtOnce: number;
};

type Row = Record<string, Buffer | string | number | null>;

const markBytes = 9;

const sealedOtherwise = (column: string, mark: Buffer): RawBuilder<boolean> =>
  sql`substring(${sql.ref(column)} from 1 for ${sql.lit(markBytes)}) <> ${mark}`;

const anyOf = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql`(${sql.join(conditions, sql` OR `)})`;

const keyOf = (table: SealedTable, row: Row): string[] => table.key.map((name) => String(row[name]));

/** Rows after `after` that hold something sealed with another key, in the key's order, locked. */
const lockNext = async (
  trx: ClinicTransaction,
  table: SealedTable,
  mark: Buffer,
  after: string[] | null,
): Promise<Row[]> => {
  const columns = Object.keys(table.columns);
  const key = sql.join(table.key.map((name) => sql.ref(name)));
  const beyond = after === null ? sql`` : sql`AND (${key}) > (${sql.join(after)})`;
  const { rows } = await sql<Row>`
    SELECT ${sql.join([...table.key, ...columns].map((name) => sql.ref(name)))} FROM ${sql.table(table.table)}
    WHERE clinic_id = ${trx.clinicId} ${beyond}
      AND ${anyOf(columns.map((column) => sealedOtherwise(column, mark)))}
    ORDER BY ${key} LIMIT ${table.rowsAtOnce} FOR NO KEY UPDATE`.execute(trx);
  return rows;
};

/** The row's columns sealed anew. @returns also how many open with none of our keys */
const resealed = (
  keys: Keyring,
  table: SealedTable,
  { row, clinicId, mark }: { row: Row; clinicId: string; mark: Buffer },
): { values: Map<string, Buffer>; unopened: number } => {
  const values = new Map<string, Buffer>();
  let unopened = 0;
  for (const [column, contextOf] of Object.entries(table.columns)) {
    const sealed = row[column];
    if (!Buffer.isBuffer(sealed) || sealed.subarray(0, markBytes).equals(mark)) continue;
    const context = contextOf(clinicId, ...keyOf(table, row));
    const plain = keys.tryDecrypt(sealed, context);
    if (plain === null) unopened += 1;
    else values.set(column, Buffer.from(keys.encrypt(plain, context)));
  }
  return { values, unopened };
};

export type ResealedBatch = {
  resealed: number;
  /** opened with none of our keys, and left as they are */
  unopened: number;
  /** where the next batch begins; null: there is none */
  next: string[] | null;
};

/** Seals what the next rows hold with the current key. Whoever changes such a row meanwhile waits for this transaction. */
export const resealRows = async (
  trx: ClinicTransaction,
  table: SealedTable,
  keys: Keyring,
  after: string[] | null,
): Promise<ResealedBatch> => {
  const mark = keys.mark();
  const rows = await lockNext(trx, table, mark, after);
  const batch = { resealed: 0, unopened: 0 };
  for (const row of rows) {
    const { values, unopened } = resealed(keys, table, { row, clinicId: trx.clinicId, mark });
    batch.unopened += unopened;
    batch.resealed += values.size;
    if (values.size === 0) continue;
    const set = [...values].map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    const same = keyOf(table, row).map((value, index) => sql`${sql.ref(table.key[index] ?? '')} = ${value}`);
    await sql`UPDATE ${sql.table(table.table)} SET ${sql.join(set)}
      WHERE clinic_id = ${trx.clinicId} AND ${sql.join(same, sql` AND `)}`.execute(trx);
  }
  const last = rows.at(-1);
  const more = rows.length === table.rowsAtOnce && last !== undefined;
  return { ...batch, next: more ? keyOf(table, last) : null };
};

/** How many values of this clinic are sealed with another key than the current one. */
export const countSealedOtherwise = async (
  trx: ClinicTransaction,
  table: SealedTable,
  mark: Buffer,
): Promise<number> => {
  const counts = Object.keys(table.columns).map(
    (column) => sql`count(*) FILTER (WHERE ${sealedOtherwise(column, mark)})`,
  );
  const { rows } = await sql<{ count: number }>`
    SELECT ${sql.join(counts, sql` + `)} AS count FROM ${sql.table(table.table)}
    WHERE clinic_id = ${trx.clinicId}`.execute(trx);
  return rows[0]?.count ?? 0;
};
