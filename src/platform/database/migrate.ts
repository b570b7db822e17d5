import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartFailure } from '../start-failure.ts';
import type { Connection } from './pool.ts';

const folder = path.resolve(import.meta.dirname, '../../../db/migrations');
/** Any number, the same in every process: two processes that start together must not migrate together. */
const migrationLock = 727_501;

/**
 * Applies the numbered SQL files that this database has not seen, each in a transaction of its own.
 * @returns the names of the files applied
 */
export const migrate = async (connection: Connection): Promise<string[]> => {
  const client = new pg.Client(
    typeof connection === 'string' ? { connectionString: connection } : connection,
  );
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    const done = new Set(rows.map((row) => row.name));
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    const unknown = [...done].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new StartFailure(
        `The database was set up by a newer Frontdesk (${unknown[0]}). Start that version, or use another database.`,
      );
    }
    const fresh = files.filter((name) => !done.has(name));
    for (const name of fresh) {
      await client.query('BEGIN');
      await client.query(readFileSync(path.join(folder, name), 'utf8'));
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
      await client.query('COMMIT');
    }
    return fresh;
  } finally {
    await client.end();
  }
};
