import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { startJobs } from '../jobs.ts';
import { createLog } from '../log.ts';
import { SteadyClient } from './steady-client.ts';

const { database, connection } = await testDatabase();

const endAll = async (): Promise<void> => {
  const other = new pg.Client({ ...connection, database: 'postgres' });
  await other.connect();
  await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    connection.database,
  ]);
  await other.end();
};

test('a client whose connection is ended while it is checked out does not end the process', async () => {
  const pool = new pg.Pool({ ...connection, Client: SteadyClient });
  pool.on('error', () => {});
  const client = await pool.connect();
  const ended = new Promise((resolve) => client.once('end', resolve));
  await endAll();
  await ended;
  await assert.rejects(client.query('SELECT 1'));
  client.release(true);
  assert.equal((await pool.query('SELECT 1 AS one')).rows[0].one, 1);
  await pool.end();
});

test('the same in the product’s own transactions', async () => {
  const lost = database.transaction().execute(async (trx) => {
    await endAll();
    await sql`SELECT 1`.execute(trx);
  });
  await assert.rejects(lost);
  assert.equal((await sql<{ one: number }>`SELECT 1 AS one`.execute(database)).rows[0]?.one, 1);
});

test('the job engine takes its clients from us', async () => {
  const jobs = await startJobs(connection, [], createLog('silent'));
  await endAll();
  // What it asks at that moment may be refused; that is all.
  await jobs.stop().catch(() => jobs.stop());
});
