import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../../../test/fixtures/database.ts';
import type { Log } from '../log.ts';
import { createPool } from './pool.ts';

const { connection } = await testDatabase();

const lost: object[] = [];
const log = { error: (line: object) => void lost.push(line) } as unknown as Log;

test('a connection lost in idle is logged; the pool goes on', async () => {
  const pool = createPool(connection, log);
  const { rows } = await pool.query('SELECT pg_backend_pid() AS pid');
  const gone = new Promise((resolve) => pool.once('remove', resolve));
  const other = new pg.Client({ ...connection, database: 'postgres' });
  await other.connect();
  await other.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  await other.end();
  await gone;
  assert.deepEqual(lost.splice(0), [{ code: '57P01' }]);
  assert.equal((await pool.query('SELECT 1 AS one')).rows[0].one, 1);
  await pool.end();
});

test('a server that stops right after the pool was closed is no loss', async () => {
  const pool = createPool(connection, log);
  const client = await pool.connect();
  client.release();
  const ended = pool.end();
  // What the server says to a socket that is still on its way out.
  client.emit('error', Object.assign(new Error('terminating connection'), { code: '57P01' }));
  await ended;
  assert.deepEqual(lost, []);
});
