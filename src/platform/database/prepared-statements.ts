import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** More texts than this are no set of statements but texts made up on the way; those are not kept. */
const mostStatements = 500;

const names = new Map<string, string>();

/** The same text, the same name, in every connection; null: sent without one. */
const nameOf = (text: string): string | null => {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostStatements) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
};

const query = (client: pg.PoolClient, text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
  // Without values it may be several statements in one text, which cannot be prepared.
  const name = values.length === 0 ? null : nameOf(text);
  return client.query(name === null ? { text, values } : { name, text, values });
};

/** Kysely's own type also speaks of cursors, which the product does not use. */
const preparingClient = (client: pg.PoolClient): PostgresPoolClient => ({
  query: ((text: string, values?: unknown[]) =>
    query(client, text, values)) as unknown as PostgresPoolClient['query'],
  release: (destroy) => client.release(destroy),
});

/**
 * The pool, with each statement parsed and planned once per connection. Planning costs more than running them: the
 * product's statements are few, and touch few rows each.
 */
export const preparing = (pool: pg.Pool): PostgresPool => {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const prepared = clients.get(client) ?? preparingClient(client);
      clients.set(client, prepared);
      return prepared;
    },
  };
};
