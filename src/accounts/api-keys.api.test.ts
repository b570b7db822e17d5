import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asking } from '../../test/fixtures/access.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const ask = asking(app);
const [english, german] = app.clinics;
const [margaret, daniel] = ['margaret.chen@lakeside.example', 'daniel.brooks@lakeside.example'] as const;
const clinic = `/clinics/${english.id}`;
const as = async (email: string, method: string, path: string, body?: unknown) =>
  ask(method, clinic + path, body, { token: await app.tokenOf(email) });

const make = async (scopes: string[], expiresInDays: number | null = null, by = daniel) => {
  const { status, body } = await as(by, 'POST', '/api-keys', {
    name: 'Practice system',
    scopes,
    expiresInDays,
  });
  assert.equal(status, 201);
  return { id: String(body['id']), token: String(body['key']) };
};
const status = async (token: string, path: string, method = 'GET', body?: unknown) => {
  const answer = await ask(method, clinic + path, body, { token });
  return answer.status === 200 || answer.status === 201 ? answer.status : answer.body['code'];
};
const family = { familyName: 'Key', givenName: 'Made' };

test('a key does what its scopes say, in its own clinic', async () => {
  const { token } = await make(['patients:read']);
  assert.match(token, /^fdk_/);
  assert.equal(await status(token, '/patients'), 200);
  assert.equal(await status(token, '/patients', 'POST', family), 'missing-scope');
  assert.equal(await status(token, '/calls'), 'missing-scope');
  const elsewhere = await ask('GET', `/clinics/${german.id}/patients`, undefined, { token });
  assert.equal(elsewhere.status, 401);
});

test('what is for people alone no key reaches, and no key makes a key', async () => {
  const { body } = await as(daniel, 'GET', '/api-keys/scopes');
  const all = body['items'] as string[];
  assert.ok(all.includes('calls:read') && all.includes('patients:write'));
  assert.ok(!all.some((scope) => /^(?:members|invitations|api-keys|access-rules|my):/.test(scope)));
  const { token } = await make(all);
  for (const path of ['/members', '/invitations', '/api-keys', '/access-rules'])
    assert.equal(await status(token, path), 'forbidden', path);
  for (const path of ['/me', '/account/sessions'])
    assert.equal((await ask('GET', path, undefined, { token })).status, 401, path);
  assert.equal(await status(token, '/my/availability', 'PUT', { available: true }), 'missing-scope');
});

test('a key stops when it is revoked or too old, and goes no further than its maker today', async () => {
  const revoked = await make(['staff:read']);
  assert.equal((await as(margaret, 'DELETE', `/api-keys/${revoked.id}`)).status, 204);
  assert.equal(await status(revoked.token, '/staff'), 'signed-out');
  assert.equal((await as(margaret, 'DELETE', `/api-keys/${revoked.id}`)).status, 404);

  const short = await make(['staff:read'], 1);
  assert.equal(await status(short.token, '/staff'), 200);
  app.clock.advance({ hours: 24 });
  assert.equal(await status(short.token, '/staff'), 'signed-out');

  const { token } = await make(['audit:read', 'staff:read']);
  assert.equal(await status(token, '/audit'), 200);
  const { body } = await as(margaret, 'GET', '/members');
  const { userId } = (body['items'] as { email: string; userId: string }[]).find(
    ({ email }) => email === daniel,
  )!;
  await as(margaret, 'PATCH', `/members/${userId}`, { role: 'receptionist' });
  assert.equal(await status(token, '/audit'), 'forbidden');
  assert.equal(await status(token, '/staff'), 200);
  await as(margaret, 'PATCH', `/members/${userId}`, { role: 'manager' });
});

test('what listens with a key that is revoked falls silent', async () => {
  const { id, token } = await make(['live:read']);
  const stream = await fetch(`${app.url}/api/v1/clinics/${english.id}/live`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const heard = stream.text();
  assert.equal((await as(margaret, 'DELETE', `/api-keys/${id}`)).status, 204);
  assert.match(await heard, /hello/);
});

test('what was done with a key is in the log under its name; the list shows its use, not the key', async () => {
  const { id, token } = await make(['calls:read', 'patients:read', 'patients:write']);
  assert.equal(await status(token, '/patients', 'POST', family), 201);
  const { body } = await as(margaret, 'GET', '/audit?action=patient.added');
  const [entry] = body['items'] as { apiKey: string; userName: string }[];
  assert.deepEqual([entry?.apiKey, entry?.userName], ['Practice system', 'Daniel Brooks']);
  const listed = await as(margaret, 'GET', '/api-keys');
  const key = (listed.body['items'] as { id: string; hint: string; lastUsedAt: string | null }[]).find(
    (each) => each.id === id,
  );
  assert.ok(key?.lastUsedAt);
  assert.equal(key.hint, token.slice(-4));
  assert.ok(!JSON.stringify(listed.body).includes(token));
});

test('scopes that do not exist, and another clinic’s keys, are refused', async () => {
  const wrong = await as(daniel, 'POST', '/api-keys', {
    name: 'x',
    scopes: ['members:read'],
    expiresInDays: 1,
  });
  assert.equal(wrong.status, 400);
  const { id } = await make(['staff:read']);
  const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
  const theirs = await ask('DELETE', `/clinics/${german.id}/api-keys/${id}`, undefined, {
    token: await app.tokenOf(stranger),
  });
  assert.equal(theirs.status, 404);
});
