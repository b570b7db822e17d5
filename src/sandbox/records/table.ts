import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Row = Readonly<Record<string, SQLInputValue>>;

/** Part of a WHERE clause with its values; an empty list is "every row". */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] };

/** Part of a list; `before` leaves out the rows from that position on (see `position`), for lists newest first. */
export type Slice = { readonly limit: number; readonly offset?: number; readonly before?: number };

/** A table whose columns are the fields of one kind of record. Statements are prepared once. */
export class Table<T extends Row> {
  readonly #db: DatabaseSync;
  readonly #name: string;
  readonly #key: string;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, name: string, key: keyof T & string = 'sid') {
    this.#db = db;
    this.#name = name;
    this.#key = key;
  }

  insert(row: T): void {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    this.#run(
      `INSERT INTO ${this.#name} (${columns.map(quoted).join(', ')}) VALUES (${places})`,
      Object.values(row),
    );
  }

  /** Changes the given fields; false when there is no such row. */
  update(key: string, patch: Partial<T>): boolean {
    const fields: Partial<Row> = { ...patch };
    const columns = Object.keys(fields);
    if (columns.length === 0) return this.get(key) !== null;
    const assignments = columns.map((column) => `${quoted(column)} = ?`).join(', ');
    const sql = `UPDATE ${this.#name} SET ${assignments} WHERE ${quoted(this.#key)} = ?`;
    return this.#run(sql, [...columns.map((column) => fields[column] ?? null), key]);
  }

  get(key: string): T | null {
    return this.find([{ sql: `${quoted(this.#key)} = ?`, values: [key] }]);
  }

  find(conditions: readonly Condition[]): T | null {
    return this.list(conditions, 'rowid', { limit: 1 })[0] ?? null;
  }

  /** Where a row stands among all rows ever inserted; null when it is gone. */
  position(key: string): number | null {
    const sql = `SELECT rowid AS position FROM ${this.#name} WHERE ${quoted(this.#key)} = ?`;
    const row = this.#statement(sql).get(key);
    return row ? Number(row['position']) : null;
  }

  list(conditions: readonly Condition[], order: string, slice: Slice = { limit: -1 }): T[] {
    const all = slice.before === undefined ? conditions : [...conditions, before(slice.before)];
    const sql = `SELECT * FROM ${this.#name} ${where(all)} ORDER BY ${order} LIMIT ? OFFSET ?`;
    const rows = this.#statement(sql).all(...values(all), slice.limit, slice.offset ?? 0);
    // The schema beside this file is what makes a row a T; the tables are STRICT.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return rows.map((row) => ({ ...row }) as T);
  }

  /** True when something was deleted. */
  delete(key: string): boolean {
    return this.#run(`DELETE FROM ${this.#name} WHERE ${quoted(this.#key)} = ?`, [key]);
  }

  #run(sql: string, parameters: readonly SQLInputValue[]): boolean {
    return Number(this.#statement(sql).run(...parameters).changes) > 0;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** `from` and `to` are words of SQL and names of fields. */
const quoted = (column: string): string => `"${column}"`;

const before = (position: number): Condition => ({ sql: 'rowid < ?', values: [position] });

const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition.sql})`).join(' AND ')}`;

const values = (conditions: readonly Condition[]): SQLInputValue[] =>
  conditions.flatMap((condition) => condition.values);
