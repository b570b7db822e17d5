// How long lists and searches take over HTTP in a practice with 100,000 patients and 500,000 calls, beside a bare handler
// in the same process: `npm run bench:lists [patients] [calls] [requests]`. Fails when one of them takes 100 ms or more.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';
import { addMember } from '../src/accounts/add-member.ts';
import { createAccount } from '../src/accounts/create-account.ts';
import { choosePort, urlOf } from '../src/addresses.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createDatabase, inClinic } from '../src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';
import { createSecrets } from '../src/platform/secrets.ts';
import { largeClinic, loadMany } from './load-many-sql.ts';

const [patients = 100_000, calls = 500_000, requests = 40] = process.argv.slice(2).map(Number);
const bound = 100;
const log = createLog('silent');
const email = 'bench@large.example';
const password = randomUUID();

const today = Temporal.Now.plainDateISO();
const day = (days: number): string => today.add({ days }).toString();
/** Each with the values of one request after the other: nobody searches the same thing forty times. */
const lists: Record<string, string[]> = {
  'patients, first page': ['patients'],
  'patients by balance': ['patients?sort=balance'],
  'patients, newest': ['patients?sort=newest'],
  'search: a letter': ['m', 's', 'a'].map((q) => `patients?q=${q}`),
  'search: a name begins': ['mül', 'schm', 'rosen', 'wein', 'anna'].map((q) => `patients?q=${q}`),
  'search: two names': ['anna berg', 'mueller jürgen', 'liam wood'].map((q) => `patients?q=${q}`),
  'search: misspelt': ['Schmidtmaier', 'Rosenbreg', 'Fichsbach', 'Kaufmnan'].map((q) => `patients?q=${q}`),
  'search: whole number': ['(312) 200-1234', '+17732000300'].map(
    (q) => `patients?q=${encodeURIComponent(q)}`,
  ),
  'search: part of number': ['0012345', '4321'].map((q) => `patients?q=${q}`),
  'search: birth date': ['3/14/1986', '14.03.1986', '2001-07-02'].map((q) => `patients?q=${q}`),
  'search: patient number': ['P-10500', 'p-99999'].map((q) => `patients?q=${q}`),
  'filter: minors': ['patients?minor=true'],
  'filter: language and VIP': ['patients?language=de&vip=true'],
  'filter: no number': ['patients?hasNumber=false'],
  'filter: no e-mail': ['patients?hasEmail=false'],
  'filter: birthday': [`patients?birthdayFrom=12-28&birthdayTo=01-03`],
  'filter: owes over 800': ['patients?balanceOver=80000'],
  'filter: tag': ['patients?tag=braces'],
  'filter: next appointment': [`patients?nextAppointmentFrom=${day(1)}&nextAppointmentTo=${day(2)}`],
  'filter: last appointment': [`patients?lastAppointmentFrom=${day(-90)}&lastAppointmentTo=${day(-60)}`],
  'filter: none since a year': [`patients?noAppointmentSince=${day(-365)}`],
  'filter: archived': ['patients?archived=only'],
  'calls, first page': ['calls'],
  'calls: a name': ['calls?q=rosen', 'calls?q=anna berg'],
  'calls: a number': ['calls?q=2001234'],
  'calls: voicemail': ['calls?outcome=voicemail'],
  voicemail: ['voicemails'],
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;

const measure = async (ask: (turn: number) => Promise<void>): Promise<{ p50: number; p95: number }> => {
  for (let turn = 0; turn < 5; turn += 1) await ask(turn);
  const times: number[] = [];
  for (let turn = 0; turn < requests; turn += 1) {
    const start = performance.now();
    await ask(turn);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: at(times, 0.5), p95: at(times, 0.95) };
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
await migrate(postgres.connection);
const client = new pg.Client(postgres.connection);
await client.connect();
await loadMany(client, { patients, calls }, console.log);
await client.end();
const { database, close } = createDatabase(postgres.connection, log, 2);
await inClinic(database, largeClinic, async (trx) =>
  addMember(trx, await createAccount(trx, { name: 'Bench', email, password }), 'manager'),
);
await close();

const port = await choosePort('127.0.0.1', 0);
const url = urlOf('127.0.0.1', port);
const app = await startApp({
  config: { ...readConfig({}), PORT: port },
  connection: postgres.connection,
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
const bare = Fastify();
bare.get('/hello', async () => ({ hello: 'world' }));
const bareUrl = await bare.listen({ host: '127.0.0.1', port: 0 });
try {
  const signIn = await fetch(`${url}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const get = async (address: string): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/clinics/${largeClinic}/${address}`, { headers });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${address}: ${JSON.stringify(body)}`);
    return body;
  };
  const { patients: busy } = (await get('patients?q=anna')) as { patients: { id: string }[] };
  const some = busy.map(({ id }) => `patients/${id}`);
  const all = { ...lists, 'a person': some, timeline: some.map((one) => `${one}/timeline`) };
  const hello = await measure(async () => void (await (await fetch(`${bareUrl}/hello`)).json()));
  const show = (name: string, { p50, p95 }: { p50: number; p95: number }) =>
    console.log(
      `${name.padEnd(28)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)} ms${p95 < bound ? '' : '   too slow'}`,
    );
  console.log(`\n${''.padEnd(28)}${'p50'.padStart(9)}${'p95'.padStart(9)}`);
  show('hello', hello);
  for (const [name, addresses] of Object.entries(all)) {
    const measured = await measure(async (turn) => void (await get(addresses[turn % addresses.length]!)));
    if (measured.p95 >= bound) process.exitCode = 1;
    show(name, measured);
  }
} finally {
  await bare.close();
  await app.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
