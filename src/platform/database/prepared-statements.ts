import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** More texts than this are no set of statements but texts made up on the way; those are not kept. */
const mostStatements = 500;

const names = new Map<string, string>();

const planned = '/* planned for its values */';
/**
 * Begins a statement whose best way depends on its values, as with the filters of a list. It is planned each time. What
 * is prepared is planned once for all values, and then the birthdays of a week are looked for as if they were half a year.
 */
export const plannedForValues = sql.raw<never>(planned);

/** The same text, the same name, in every connection; null: sent without one. */
const nameOf = (text: string): string | null => {
  if (text.trimStart().startsWith(planned)) return null;
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostStatements) return null;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
};

const send = (client: pg.PoolClient, text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
  // Without values it may be several statements in one text, which cannot be prepared.
  const name = values.length === 0 ? null : nameOf(text);
  return client.query(name === null ? { text, values } : { name, text, values });
};

/** Makes the transaction one clinic's: $1 is its id. */
export const enterClinic = "SELECT set_config('frontdesk.clinic_id', $1, true)";

/** What opens a transaction answers nothing that anybody reads. */
const opensTransaction: ReadonlySet<string> = new Set(['begin', enterClinic]);
const unread = { command: 'SELECT', rowCount: 0, oid: 0, fields: [], rows: [] } as pg.QueryResult;

/**
 * Sends what opens a transaction together with the statement after it, in one round trip. Should the opening fail, that
 * statement fails by it: within a transaction the server refuses everything after an error, and outside of one no clinic
 * is set, which shows no rows at all.
 */
const inOneTrip = (client: pg.PoolClient): PostgresPoolClient['query'] => {
  let opening: Promise<unknown>[] = [];
  const query = async (text: string, values?: unknown[]): Promise<pg.QueryResult> => {
    const answer = send(client, text, values);
    if (opensTransaction.has(text)) {
      answer.catch(() => {});
      opening.push(answer);
      return unread;
    }
    const before = opening;
    opening = [];
    const [result] = await Promise.allSettled([answer]);
    await Promise.all(before);
    return result.status === 'fulfilled' ? result.value : answer;
  };
  return query as unknown as PostgresPoolClient['query'];
};

/** Kysely's own type also speaks of cursors, which the product does not use. */
const preparingClient = (client: pg.PoolClient): PostgresPoolClient => ({
  query: inOneTrip(client),
  release: (destroy) => client.release(destroy),
});

/**
 * The pool, with each statement parsed and planned once per connection. Planning costs more than running them: the
 * product's statements are few, and touch few rows each. Its clients have to be in pipeline mode.
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
