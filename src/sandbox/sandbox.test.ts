import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { sdkFor, startSandboxWorld } from '../../test/fixtures/sandbox-customer.ts';
import { openStore } from './records/store.ts';
import { startSandbox } from './sandbox.ts';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  t.after(() => rm(made, { recursive: true }));
  return made;
}

const options = { host: '127.0.0.1', port: 0, exposed: false, pageDir: null };

describe('the sandbox', () => {
  it('finds its account and its records again after a restart', async (t) => {
    const dataDir = path.join(await folder(t), 'new');
    const first = await startSandbox({ ...options, dataDir });
    const number = await sdkFor(first).incomingPhoneNumbers.create({ phoneNumber: '+13125550100' });
    await first.close();
    assert.equal((await stat(path.join(dataDir, 'account.json'))).mode & 0o777, 0o600);
    const second = await startSandbox({ ...options, dataDir });
    t.after(() => second.close());
    assert.equal(second.accountSid, first.accountSid);
    assert.equal(second.authToken, first.authToken);
    assert.equal((await sdkFor(second).incomingPhoneNumbers(number.sid).fetch()).phoneNumber, '+13125550100');
  });

  it('ends what a crash left under way', async (t) => {
    const dataDir = await folder(t);
    const before = openStore(dataDir, 0);
    const call = {
      parentCallSid: null,
      direction: 'inbound' as const,
      from: '+13125550111',
      to: '+13125550100',
      forwardedFrom: null,
      callerName: null,
      createdAt: 1000,
      startedAt: 1000,
      endedAt: null,
      durationSeconds: null,
      answeredBy: null,
      sipResponseCode: null,
      phoneNumberSid: null,
      queueTimeMs: 0,
    };
    before.calls.insert({ ...call, sid: 'CA1', status: 'in-progress', answeredAt: 2000 });
    before.calls.insert({ ...call, sid: 'CA2', status: 'ringing', answeredAt: null });
    before.close();
    const after = openStore(dataDir, 12_000);
    t.after(() => after.close());
    assert.equal(after.calls.get('CA1')?.status, 'completed');
    assert.equal(after.calls.get('CA1')?.durationSeconds, 10);
    assert.equal(after.calls.get('CA2')?.status, 'failed');
    assert.equal(after.calls.get('CA2')?.endedAt, 12_000);
  });

  it('gives up records of another version of itself', async (t) => {
    const dataDir = await folder(t);
    const db = new DatabaseSync(path.join(dataDir, 'carrier.sqlite'));
    db.exec('CREATE TABLE calls (other); PRAGMA user_version = 999');
    db.close();
    const store = openStore(dataDir, 0);
    t.after(() => store.close());
    assert.deepEqual(store.calls.list({}), []);
  });

  it('ends the calls when it closes, and says so', async (t) => {
    const { client, customer, number, sandbox, telephones } = await startSandboxWorld(t, {
      dataDir: ':memory:',
    });
    await telephones('PUT', '/handsets/+13125550111', { name: 'Anna', role: 'patient' });
    const order = {
      to: '+13125550111',
      from: number,
      twiml: '<Response/>',
      statusCallback: customer.url('/status'),
    };
    await client.calls.create({ ...order, statusCallbackEvent: ['ringing', 'completed'] });
    await customer.until(({ form }) => form['CallStatus'] === 'ringing');
    await sandbox.close();
    assert.equal(customer.at('/status').at(-1)?.form['CallStatus'], 'canceled');
  });

  it('says that its port is in use, and leaves nothing running', async (t) => {
    const first = await startSandbox({ ...options, dataDir: ':memory:' });
    t.after(() => first.close());
    const port = Number(new URL(first.baseUrl).port);
    await assert.rejects(startSandbox({ ...options, dataDir: ':memory:', port }), { code: 'EADDRINUSE' });
  });

  it('keeps the telephones off on an address other than loopback, unless a setting says so', async (t) => {
    const { sandbox } = await startSandboxWorld(t, { host: '0.0.0.0' });
    for (const address of ['/telephones', '/telephones/api/handsets', '/telephones/api/bad-day']) {
      const answer = await fetch(sandbox.baseUrl + address);
      assert.equal(answer.status, 403, address);
      assert.match(await answer.text(), /stay off/);
    }
    assert.equal((await sdkFor(sandbox).calls.list()).length, 0);
    const open = await startSandbox({ ...options, dataDir: ':memory:', host: '0.0.0.0', exposed: true });
    t.after(() => open.close());
    assert.equal((await fetch(`${open.baseUrl}/telephones/api/handsets`)).status, 200);
  });

  it('serves the built page with a policy and a nonce of its own for each answer', async (t) => {
    const pageDir = await folder(t);
    await mkdir(path.join(pageDir, 'assets'));
    await writeFile(path.join(pageDir, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
    await writeFile(path.join(pageDir, 'assets', 'page-abc.js'), 'go()');
    const { sandbox } = await startSandboxWorld(t, { pageDir });
    const get = (address: string) => fetch(sandbox.baseUrl + address);
    const [page, again] = await Promise.all([get('/telephones'), get('/telephones/')]);
    const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes(`'nonce-${nonce}'`) && !policy.includes('unsafe'), policy);
    assert.ok(!(await again.text()).includes(nonce));
    const asset = await get('/telephones/assets/page-abc.js');
    assert.equal(await asset.text(), 'go()');
    assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await get('/telephones/assets/..%2findex.html')).status, 404);
    assert.equal((await get('/telephones/assets/nothing.js')).status, 404);
  });

  it('lets no other web page use the telephones', async (t) => {
    const { sandbox } = await startSandboxWorld(t);
    const address = `${sandbox.baseUrl}/telephones/api/bad-day`;
    const json = { 'content-type': 'application/json' };
    const foreign = await fetch(address, {
      method: 'PUT',
      headers: { ...json, origin: 'https://evil.example' },
      body: '{}',
    });
    assert.equal(foreign.status, 403);
    const form = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    assert.equal(form.status, 415);
    const own = await fetch(address, {
      method: 'PUT',
      headers: { ...json, origin: sandbox.baseUrl },
      body: '{}',
    });
    assert.equal(own.status, 200);
  });
});
