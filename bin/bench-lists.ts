// How long lists and searches take over HTTP in a practice with 100,000 patients, 500,000 calls and 100,000 instances of one
// workflow, beside a bare handler in the same process: `npm run bench:lists`. Fails when one of them takes 100 ms or more;
// a workflow's numbers of 30 days may take 300 ms, of a year a second.
//   -- --patients 1000 --calls 5000 --instances 1000     a smaller practice
//   -- --database postgres://…          one that bin/load-many.ts has filled; otherwise one is made and thrown away
//   -- --only audit                     those whose name has this word
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Fastify from 'fastify';
import pg from 'pg';
import { addMember } from '../src/accounts/add-member.ts';
import { createAccount } from '../src/accounts/create-account.ts';
import { choosePort, urlOf } from '../src/addresses.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { comparePatients } from '../src/patients/compare-patients.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createDatabase, inClinic } from '../src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import type { Connection } from '../src/platform/database/pool.ts';
import { createLog } from '../src/platform/log.ts';
import { createSecrets } from '../src/platform/secrets.ts';
import { boundOf, listsToMeasure } from './lists-to-measure.ts';
import { largeClinic, loadMany } from './load-many-sql.ts';
import { workflowStatements } from './load-workflow-sql.ts';

const { values: asked } = parseArgs({
  options: {
    patients: { type: 'string', default: '100000' },
    calls: { type: 'string', default: '500000' },
    instances: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '40' },
    database: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const log = createLog('silent');

type Measured = { p50: number; p95: number };

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;

const measure = async (ask: (turn: number) => Promise<unknown>): Promise<Measured> => {
  for (let turn = 0; turn < 5; turn += 1) await ask(turn);
  const times: number[] = [];
  for (let turn = 0; turn < Number(asked.requests); turn += 1) {
    const start = performance.now();
    await ask(turn);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: at(times, 0.5), p95: at(times, 0.95) };
};

const show = (name: string, { p50, p95 }: Measured): void =>
  console.log(
    `${name.padEnd(28)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)} ms${p95 < boundOf(name) ? '' : '   too slow'}`,
  );

type Practice = { connection: Connection; stop: () => Promise<void> };

const makePractice = async (): Promise<Practice> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrate(postgres.connection);
  const client = new pg.Client(postgres.connection);
  await client.connect();
  const patients = Number(asked.patients);
  const workflow = workflowStatements(patients, Number(asked.instances));
  await loadMany(client, { patients, calls: Number(asked.calls) }, console.log, workflow);
  await client.end();
  const stop = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { connection: postgres.connection, stop };
};

/** What a worker does after a large import. */
const compareEverybody = async (connection: Connection): Promise<void> => {
  const { database, close } = createDatabase(connection, log, 2);
  const start = performance.now();
  await comparePatients({ database, send: async () => {} }, { clinicId: largeClinic });
  console.log(
    `everybody compared for duplicates ${((performance.now() - start) / 1000).toFixed(1).padStart(14)} s`,
  );
  await close();
};

/** Somebody who may see all of it. */
const addReader = async (connection: Connection): Promise<{ email: string; password: string }> => {
  const credentials = { email: `bench-${randomUUID()}@large.example`, password: randomUUID() };
  const { database, close } = createDatabase(connection, log, 2);
  await inClinic(database, largeClinic, async (trx) =>
    addMember(trx, await createAccount(trx, { name: 'Bench', ...credentials }), 'manager'),
  );
  await close();
  return credentials;
};

type Running = { url: string; close: () => Promise<void> };

const startServer = async (connection: Connection): Promise<Running> => {
  const port = await choosePort('127.0.0.1', 0);
  const url = urlOf('127.0.0.1', port);
  const app = await startApp({
    config: { ...readConfig({}), PORT: port },
    connection,
    log,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    clock: systemClock,
    publicUrl: url,
    sandbox: {
      baseUrl: 'http://127.0.0.1:9',
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'x',
      smtpUrl: 'smtp://127.0.0.1:9',
    },
    roles: { web: true, worker: false },
  });
  return { url, close: () => app.close() };
};

const startBare = async (): Promise<Running> => {
  const bare = Fastify();
  bare.get('/hello', async () => ({ hello: 'world' }));
  return { url: await bare.listen({ host: '127.0.0.1', port: 0 }), close: () => bare.close() };
};

/** @returns asks for an address of the practice as the reader; fails when the answer is no success */
const signIn = async (url: string, credentials: object): Promise<(address: string) => Promise<unknown>> => {
  const answer = await fetch(`${url}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const { token } = (await answer.json()) as { token: string };
  return async (address) => {
    const page = await fetch(`${url}/api/v1/clinics/${largeClinic}/${address}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body: unknown = await page.json();
    if (!page.ok) throw new Error(`${address}: ${JSON.stringify(body)}`);
    return body;
  };
};

/** Pages that begin where another ended, and people who are there. */
const follow = async (get: (address: string) => Promise<unknown>): Promise<Record<string, string[]>> => {
  const { patients } = (await get('patients?q=anna')) as { patients: { id: string }[] };
  const { nextCursor } = (await get('patients?limit=200')) as { nextCursor: string };
  const calls = (await get('calls?limit=200')) as { nextCursor: string };
  const people = patients.map(({ id }) => `patients/${id}`);
  return {
    'patients, a later page': [`patients?cursor=${encodeURIComponent(nextCursor)}`],
    'calls, a later page': [`calls?cursor=${encodeURIComponent(calls.nextCursor)}`],
    'a person': people,
    timeline: people.map((person) => `${person}/timeline`),
  };
};

const practice: Practice =
  asked.database === undefined ? await makePractice() : { connection: asked.database, stop: async () => {} };
await compareEverybody(practice.connection);
const server = await startServer(practice.connection);
const bare = await startBare();
try {
  const get = await signIn(server.url, await addReader(practice.connection));
  console.log(`\n${''.padEnd(28)}${'p50'.padStart(9)}${'p95'.padStart(9)}`);
  show('hello', await measure(async () => (await fetch(`${bare.url}/hello`)).json()));
  for (const [name, addresses] of Object.entries({ ...listsToMeasure, ...(await follow(get)) })) {
    if (!name.includes(asked.only)) continue;
    const measured = await measure((turn) => get(addresses[turn % addresses.length]!));
    if (measured.p95 >= boundOf(name)) process.exitCode = 1;
    show(name, measured);
  }
} finally {
  await bare.close();
  await server.close();
  await practice.stop();
}
