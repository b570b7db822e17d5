import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { StartFailure } from '../start-failure.ts';
import { clientConfig, createPool, type Connection } from './pool.ts';
import { enterClinic, preparing } from './prepared-statements.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
/** A transaction that sees one clinic's rows only. Stores that lock or write demand this type. */
export type ClinicTransaction = Transaction<DB> & { readonly clinicId: string };

// Timestamps become Temporal, so that no Date with its local zone gets into the rules; 64-bit counts stay exact enough for us.
const { builtins } = pg.types;
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
};
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

// pg asks a value for `toPostgres` before it falls back to JSON; without this an Instant would be sent in quotes.
Object.defineProperty(Temporal.Instant.prototype, 'toPostgres', {
  value(this: Temporal.Instant) {
    return this.toString();
  },
});

/**
 * The pool of the product. Row-level security does not hold for superusers, so each connection steps down to the role
 * `frontdesk_app` where the given user stands above it; tables also force it on their owner.
 */
export const createDatabase = (
  connection: Connection,
  log: Log,
  max = 20,
): { database: Database; close(): Promise<void> } => {
  const pool = createPool(connection, log, {
    max,
    types,
    pipeline: true,
    onConnect: async (client) => {
      const { rows } = await client.query(
        'SELECT rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user',
      );
      if (rows[0]?.above === true) await client.query('SET ROLE frontdesk_app');
      // What a desk works with is in memory. PostgreSQL takes it for a turning disk, and reads whole tables instead of an index.
      await client.query('SET random_page_cost = 1.1');
    },
  });
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return { database, close: () => database.destroy() };
};

/** Runs `work` in one transaction in which only this clinic's rows exist. */
export const inClinic = <T>(
  database: Database,
  clinicId: string,
  work: (trx: ClinicTransaction) => Promise<T>,
): Promise<T> =>
  database.transaction().execute(async (trx) => {
    await trx.executeQuery(CompiledQuery.raw(enterClinic, [clinicId]));
    return work(Object.assign(trx, { clinicId }));
  });

/** @throws StartFailure when the server cannot be reached or is too old, in words that name the setting and no password */
export const assertReachable = async (connection: Connection): Promise<void> => {
  const client = new pg.Client({ ...clientConfig(connection), connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    if (Number(rows[0].server_version_num) < 150_000)
      throw new StartFailure('DATABASE_URL: PostgreSQL 15 or newer is needed.');
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const code = (error as { code?: string }).code ?? 'no answer';
    throw new StartFailure(
      `The database in DATABASE_URL cannot be reached (${code}). Check the address, the user and that the server runs.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
};
