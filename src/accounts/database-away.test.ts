import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const olivia = 'olivia.martin@lakeside.example';
const { host, database } = app.connection;
const administrator = new pg.Client({ host, user: 'postgres', database: 'postgres' });
administrator.on('error', () => {}); // the server may stop first
await administrator.connect();
after(() => administrator.end());

test('while the database is away requests are told to come later; afterwards all goes on', async () => {
  await app.tokenOf(olivia);
  await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
  await administrator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    database,
  ]);
  const paths = ['/api/v1/me', `/api/v1/clinics/${app.clinics[0].id}/staff`, '/readyz'];
  for (const path of paths) {
    const answer = await app.as(olivia, 'GET', path);
    assert.equal(answer.status, 503, path);
    assert.match(answer.headers.get('content-type')!, /problem\+json/);
  }
  for (const path of ['/api/v1/auth/token', '/api/v1/auth/sign-in']) {
    const answer = await app.as(olivia, 'POST', path, { email: olivia, password: 'whatever it is' });
    assert.equal(answer.status, 503, path);
  }
  assert.equal((await app.as(olivia, 'GET', '/healthz')).status, 200);

  await administrator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
  for (const path of paths) assert.equal((await app.as(olivia, 'GET', path)).status, 200, path);
});
