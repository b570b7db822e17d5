import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, urlOfDatabase } from '../fixtures/database.ts';
import { choosePort } from '../../src/addresses.ts';
import type { Demo } from '../../src/demo/demo-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-main-'));
const processes = new Set<ChildProcess>();
after(() => {
  for (const child of processes) child.kill('SIGKILL');
  // Started by root, the clusters of this private folder are links to a place that the server's user can enter.
  for (const name of ['data', 'fresh']) {
    const cluster = path.join(folder, name, 'postgres');
    if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

// The web app is not this test's subject, and Vite takes longer than everything else together.
const program = `
  import { main } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../src/main.ts'))};
  await main({ args: process.argv.slice(1), environment: process.env, webBuilt: Promise.resolve() });`;

const start = (args: string[], environment: Record<string, string>) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, '--', ...args], {
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      TMPDIR: os.tmpdir(),
      ...environment,
    },
  });
  processes.add(child);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const exit = new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    child.once('close', (code) => {
      processes.delete(child);
      resolve({ code, output, errors });
    });
  });
  const running = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => output.includes('Stop with Ctrl-C') && resolve(output));
    void exit.then((ended) => reject(new Error(`ended: ${ended.errors}`)));
  });
  running.catch(() => {});
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => / runs\./.test(output) && resolve());
    void exit.then((ended) => reject(new Error(`ended: ${ended.errors}`)));
  });
  ready.catch(() => {});
  return { child, exit, running, ready };
};

const dataDir = path.join(folder, 'data');
const ports = async () => {
  const port = await choosePort('127.0.0.1', 0);
  return { PORT: String(port), SANDBOX_PORT: '0', DATA_DIR: dataDir };
};
const readDemo = (): Demo => JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'));
const databasePid = (): number =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

let firstClinics: Demo['clinics'] = [];

test(
  'one command gives a clinic one can sign in to; SIGTERM stops everything',
  { timeout: 300_000 },
  async () => {
    const settings = await ports();
    const { child, exit, running } = start([], settings);
    const output = await running;
    const demo = readDemo();
    firstClinics = demo.clinics;
    assert.equal(demo.portal, `http://127.0.0.1:${settings.PORT}`);
    for (const address of [demo.portal, demo.telephones!, demo.api])
      assert.ok(output.includes(address), address);
    assert.equal(statSync(path.join(dataDir, 'demo.json')).mode & 0o777, 0o600);

    const { email, password } = demo.signIns[0]!;
    assert.ok(output.includes(email) && output.includes(password));
    const answer = await fetch(`${demo.portal}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    assert.equal(answer.status, 200);
    const { baseUrl, accountSid, authToken } = demo.sandbox!;
    const account = await fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}.json`, {
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    });
    assert.equal(account.status, 200);

    const database = databasePid();
    child.kill('SIGTERM');
    const ended = await exit;
    assert.deepEqual([ended.code, ended.errors], [0, '']);
    assert.throws(() => process.kill(database, 0), { code: 'ESRCH' });
    assert.ok(!existsSync(path.join(dataDir, 'frontdesk.pid')));
  },
);

test(
  'a second start finds the data of the first; Ctrl-C stops it; the folder is for one at a time',
  { timeout: 300_000 },
  async () => {
    const first = start([], await ports());
    await first.running;
    assert.deepEqual(readDemo().clinics, firstClinics);
    const second = await start([], await ports()).exit;
    assert.equal(second.code, 1);
    assert.match(second.errors, /^The data folder .* is in use by process \d+\..*\n$/);
    first.child.kill('SIGINT');
    assert.equal((await first.exit).code, 0);
  },
);

test('another encryption key is refused before anything is served', { timeout: 300_000 }, async () => {
  const key = Buffer.alloc(32, 9).toString('base64');
  const { code, errors } = await start([], { ...(await ports()), ENCRYPTION_KEY: key }).exit;
  assert.equal(code, 1);
  assert.match(errors, /^This database was set up with another encryption key\..*\n$/);
});

test(
  'a port in use stops the start with one line, and the database with it',
  { timeout: 300_000 },
  async () => {
    const occupant = net.createServer().listen(0, '127.0.0.1').unref();
    await new Promise((resolve) => occupant.once('listening', resolve));
    const { port } = occupant.address() as net.AddressInfo;
    for (const taken of [{ PORT: String(port) }, { SANDBOX_PORT: String(port) }]) {
      const { code, output, errors } = await start([], { ...(await ports()), ...taken }).exit;
      assert.deepEqual([code, output], [1, '']);
      assert.match(errors, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use\\..*\\n$`));
      assert.ok(!existsSync(path.join(dataDir, 'postgres', 'postmaster.pid')));
    }
    occupant.close();
  },
);

test('SIGTERM during the start stops it cleanly', { timeout: 300_000 }, async () => {
  const fresh = path.join(folder, 'fresh');
  const { child, exit } = start([], { ...(await ports()), DATA_DIR: fresh });
  while (!existsSync(path.join(fresh, 'frontdesk.pid'))) await sleep(20); // another process: nothing to await
  child.kill('SIGTERM');
  const { code, output } = await exit;
  assert.deepEqual([code, output], [0, '']);
  assert.ok(!existsSync(path.join(fresh, 'postgres', 'postmaster.pid')));
});

test(
  'three processes of one role each, started together on one DATABASE_URL, are one installation',
  { timeout: 300_000 },
  async () => {
    const { connection } = await testDatabase();
    const shared = {
      ...(await ports()),
      DATA_DIR: path.join(folder, 'shared'),
      DATABASE_URL: urlOfDatabase(connection),
    };
    const [web, worker, sandbox] = ['web', 'worker', 'sandbox'].map((role) =>
      start(['--role', role], shared),
    );
    await Promise.all([web!.running, worker!.ready, sandbox!.ready]);
    const ready = await fetch(`http://127.0.0.1:${shared.PORT}/readyz`);
    assert.equal(ready.status, 200);
    const demo: Demo = JSON.parse(readFileSync(path.join(shared.DATA_DIR, 'demo.json'), 'utf8'));
    const telephones = await fetch(`${demo.sandbox!.baseUrl}/telephones/api/handsets`);
    assert.equal(((await telephones.json()) as unknown[]).length, 30);
    for (const { child, exit } of [web!, worker!, sandbox!]) {
      child.kill('SIGTERM');
      assert.deepEqual((await exit).code, 0);
    }
  },
);

const occupied = path.join(folder, 'a-file');
writeFileSync(occupied, '');
const refusals: [string, string[], Record<string, string>, RegExp][] = [
  ['a bad setting', [], { PORT: 'many' }, /^Bad setting: PORT .*\n$/],
  ['an unknown role', ['--role', 'boss'], {}, /^There is no role "boss"\. Roles: web, worker, sandbox\.\n$/],
  ['an unknown argument', ['--port', '1'], {}, /^Unknown argument\..*\n$/],
  [
    'a data folder that is a file',
    [],
    { DATA_DIR: occupied },
    /^The data folder .* cannot be written\..*\n$/,
  ],
  [
    'a database that does not answer',
    [],
    { DATABASE_URL: 'postgres://u:very-secret@127.0.0.1:9/x', DATA_DIR: path.join(folder, 'other') },
    /^The database in DATABASE_URL cannot be reached \(ECONNREFUSED\)\..*\n$/,
  ],
];
for (const [name, args, environment, message] of refusals) {
  test(`${name} is told in one line, with exit code 1`, async () => {
    const { code, output, errors } = await start(args, { ...(await ports()), ...environment }).exit;
    assert.deepEqual([code, output], [1, '']);
    assert.match(errors, message);
    assert.doesNotMatch(errors, /very-secret/);
  });
}
