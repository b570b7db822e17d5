import pg from 'pg';
import type { Log } from '../log.ts';
import { SteadyClient } from './steady-client.ts';

export type Connection = string | { host: string; user: string; database: string };

export const clientConfig = (connection: Connection): pg.PoolConfig =>
  typeof connection === 'string' ? { connectionString: connection } : connection;

/** A pool of plain connections. A connection that drops while idle is logged, not thrown: the pool opens a new one. */
export const createPool = (connection: Connection, log: Log, options: pg.PoolConfig = {}): pg.Pool => {
  const pool = new pg.Pool({
    Client: SteadyClient,
    ...clientConfig(connection),
    connectionTimeoutMillis: 5000,
    ...options,
  });
  pool.on('error', (error) => {
    // `end` settles before its last sockets are closed: a server stopped right after it still gets a word to them.
    if (pool.ending) return;
    log.error({ code: (error as { code?: string }).code }, 'database connection lost');
  });
  return pool;
};
