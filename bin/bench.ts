// How long a caller's carrier waits for us: signed `incoming` webhooks at a constant rate, beside a bare handler with
// one SELECT, and beside one that also keeps a row (what one commit costs on this disk), in the same process, on the same
// database, under the same load. `npm run bench [seconds] [per second]`.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import Fastify from 'fastify';
import { choosePort, urlOf } from '../src/addresses.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { demoClinics, seedDemo } from '../src/demo/seed-demo.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createDatabase } from '../src/platform/database/database.ts';
import { createPool, type Connection } from '../src/platform/database/pool.ts';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';
import { createSecrets } from '../src/platform/secrets.ts';
import type { Load, Measured } from './bench-load.ts';

const seconds = Number(process.argv[2] ?? 20);
const perSecond = Number(process.argv[3] ?? 200);
const log = createLog('silent');
/** No carrier is needed: it only asks, and here the load asks in its place. */
const carrier = {
  baseUrl: 'http://127.0.0.1:9',
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'benchmark-token',
  smtpUrl: 'smtp://127.0.0.1:9',
};

const startProduct = async (connection: Connection) => {
  const secrets = createSecrets(new Uint8Array(32).fill(7));
  const { database, close } = createDatabase(connection, log, 2);
  await seedDemo(database, secrets.authSecret, systemClock.now());
  await close();
  const port = await choosePort('127.0.0.1', 0);
  const publicUrl = urlOf('127.0.0.1', port);
  const app = await startApp({
    config: { ...readConfig({}), PORT: port },
    connection,
    log,
    secrets,
    clock: systemClock,
    publicUrl,
    sandbox: carrier,
    roles: { web: true, worker: false },
  });
  return { url: `${publicUrl}/api/twilio/voice/incoming`, close: () => app.close() };
};

const startHello = async (connection: Exclude<Connection, string>) => {
  const pool = createPool(connection, log, { max: 20 });
  const app = Fastify();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, _body, done) => done(null),
  );
  app.post('/hello', async () => {
    const { rows } = await pool.query('SELECT 1 AS one');
    return { hello: rows[0].one };
  });
  await pool.query('CREATE TABLE bench_rows (said text)');
  app.post('/hello-kept', async () => {
    await pool.query("INSERT INTO bench_rows VALUES ('hello')");
    return { hello: 1 };
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${url}/hello`,
    keptUrl: `${url}/hello-kept`,
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
};

const measure = async (url: string, during: number): Promise<Measured> => {
  const load: Load = {
    url,
    authToken: carrier.authToken,
    accountSid: carrier.accountSid,
    to: demoClinics[0]!.phoneNumber,
    seconds: during,
    perSecond,
  };
  const worker = new Worker(new URL('bench-load.ts', import.meta.url), { workerData: load });
  const [measured] = (await once(worker, 'message')) as [Measured];
  return measured;
};

const ms = (value: number): string => `${value.toFixed(2)} ms`.padStart(11);
const row = (name: string, { p50, p99, failed }: Measured): string =>
  `${name.padEnd(24)}${ms(p50)}${ms(p99)}${failed === 0 ? '' : `   ${failed} failed`}`;
const ratio = (name: string, ours: Measured, yardstick: Measured): string =>
  `${name.padEnd(24)}${(ours.p50 / yardstick.p50).toFixed(2).padStart(11)}${(ours.p99 / yardstick.p99).toFixed(2).padStart(11)}`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
await migrate(postgres.connection);
const hello = await startHello(postgres.connection);
const product = await startProduct(postgres.connection);
try {
  for (const url of [hello.url, hello.keptUrl, product.url]) await measure(url, 3);
  const bare = await measure(hello.url, seconds);
  const kept = await measure(hello.keptUrl, seconds);
  const ours = await measure(product.url, seconds);
  console.log(`\n${perSecond} requests/s for ${seconds} s            p50        p99`);
  console.log(row('hello with one SELECT', bare));
  console.log(row('hello with one INSERT', kept));
  console.log(row('incoming webhook', ours));
  console.log(ratio('ratio to SELECT', ours, bare));
  console.log(ratio('ratio to INSERT', ours, kept));
} finally {
  await product.close();
  await hello.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
