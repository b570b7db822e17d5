import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { demoPassword } from '../demo/demo-password.ts';
import { createSecrets } from '../platform/secrets.ts';
import { meSchema } from './rules/account-views.ts';

const app = await startDemoApp();
const olivia = 'olivia.martin@lakeside.example';
const password = demoPassword(createSecrets(new Uint8Array(32).fill(7)).authSecret, olivia);
const json = { 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });

const signIn = async (): Promise<{ cookie: string; setCookie: string }> => {
  const answer = await post('/api/v1/auth/sign-in', { email: olivia, password });
  assert.equal(answer.status, 200);
  const setCookie = answer.headers.getSetCookie().find((value) => value.includes('session_token'))!;
  return { cookie: setCookie.split(';')[0]!, setCookie };
};

test('a cookie session signs in, says who it is, and ends', async () => {
  const { cookie, setCookie } = await signIn();
  assert.match(setCookie, /HttpOnly/i);
  assert.match(setCookie, /SameSite=Lax/i);
  assert.doesNotMatch(setCookie, /Secure/i);
  const me = await fetch(`${app.url}/api/v1/me`, { headers: { cookie } });
  assert.equal(me.status, 200);
  const { user, clinics } = meSchema.parse(await me.json());
  assert.equal(user.email, olivia);
  assert.deepEqual(
    clinics.map((clinic) => [
      clinic.name,
      clinic.role,
      clinic.timeZone,
      clinic.phoneNumbers,
      clinic.staffId !== null,
    ]),
    [['Lakeside Dental', 'receptionist', 'America/Chicago', ['+13125550100'], true]],
  );
  const out = await post('/api/v1/auth/sign-out', {}, { cookie, origin: app.url });
  assert.equal(out.status, 204);
  const after = await fetch(`${app.url}/api/v1/me`, { headers: { cookie } });
  assert.equal(after.status, 401);
});

test('a bearer token comes with who one is and when it ends', async () => {
  const answer = await post('/api/v1/auth/token', { email: olivia.toUpperCase(), password });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const given = meSchema
    .extend({ token: z.string().min(20), expiresAt: z.iso.datetime() })
    .parse(await answer.json());
  assert.equal(given.user.name, 'Olivia Martin');
  const weekAhead = Temporal.Now.instant().add({ hours: 7 * 24 });
  const distance = weekAhead.since(Temporal.Instant.from(given.expiresAt)).total('minutes');
  assert.ok(Math.abs(distance) < 5);
  const me = await fetch(`${app.url}/api/v1/me`, { headers: { authorization: `Bearer ${given.token}` } });
  assert.equal(me.status, 200);
});

const wrong: [string, unknown, number, string][] = [
  ['a wrong password', { email: olivia, password: 'not it at all' }, 401, 'wrong-credentials'],
  ['an unknown account', { email: 'nobody@lakeside.example', password }, 401, 'wrong-credentials'],
  ['no e-mail address', { email: 'olivia', password }, 400, 'invalid'],
  ['a password of absurd length', { email: olivia, password: 'a'.repeat(100_000) }, 400, 'invalid'],
  ['types of another world', { email: { $ne: null }, password: ['a'] }, 400, 'invalid'],
];
for (const [name, body, status, code] of wrong) {
  test(`${name} gets no token`, async () => {
    const answer = await post('/api/v1/auth/token', body);
    assert.equal(answer.status, status);
    const problem = z.object({ code: z.string() }).parse(await answer.json());
    assert.equal(problem.code, code);
  });
}

test('guessing one password is slowed down, for that account only', async () => {
  const guess = (email: string) => post('/api/v1/auth/token', { email, password: 'wrong wrong' });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 17; attempt += 1) {
    statuses.push((await guess('james.wilson@lakeside.example')).status);
  }
  assert.deepEqual([statuses[0], statuses[14], statuses[15], statuses[16]], [401, 401, 429, 429]);
  assert.equal((await guess('sofia.ramirez@lakeside.example')).status, 401);
  const other = await post('/api/v1/auth/token', { email: olivia, password });
  assert.equal(other.status, 200);
});

test('the engine behind has no address of its own: nobody signs up, nobody makes a clinic', async () => {
  const { cookie } = await signIn();
  for (const path of [
    'sign-up/email',
    'organization/create',
    'sign-in/email',
    'two-factor/enable',
    'update-user',
  ]) {
    const body = { name: 'Eve', email: 'eve@x.example', password: 'long enough 1', slug: 'eve' };
    assert.equal((await post(`/api/auth/${path}`, body, { cookie })).status, 404, path);
  }
});

test('a foreign page cannot sign anybody in or out', async () => {
  const { cookie } = await signIn();
  const foreign = { origin: 'https://evil.example' };
  assert.equal((await post('/api/v1/auth/sign-in', { email: olivia, password }, foreign)).status, 403);
  assert.equal((await post('/api/v1/auth/sign-out', {}, { cookie, ...foreign })).status, 403);
  assert.equal((await fetch(`${app.url}/api/v1/me`, { headers: { cookie } })).status, 200);
});

test('an altered session is no session', async () => {
  const { cookie } = await signIn();
  const altered = [
    cookie.replace(/=./, '=!'),
    `${cookie}x`,
    'frontdesk.session_token=',
    'frontdesk.session_token=a.b',
  ];
  for (const value of altered) {
    const me = await fetch(`${app.url}/api/v1/me`, { headers: { cookie: value } });
    assert.equal(me.status, 401, value);
  }
  for (const authorization of [
    'Bearer',
    'Bearer ',
    'Bearer a.b.c',
    'Basic YTpi',
    'Bearer %00',
    'Bearer ü'.slice(0, 7),
  ]) {
    const me = await fetch(`${app.url}/api/v1/me`, { headers: { authorization } });
    assert.equal(me.status, 401, authorization);
  }
});

test('garbage at the sign-in routes is refused, never a fault of ours', async () => {
  const bodies = ['{', 'null', '[]', '"x"', '{"email":1}', `{"email":"a\\u0000@x.example","password":"b"}`];
  for (const body of bodies) {
    const answer = await fetch(`${app.url}/api/v1/auth/sign-in`, { method: 'POST', headers: json, body });
    assert.ok(answer.status >= 400 && answer.status < 500, `${body} → ${answer.status}`);
  }
  const form = await fetch(`${app.url}/api/v1/auth/sign-in`, { method: 'POST', body: 'email=a' });
  assert.equal(form.status, 415);
  const odd = await fetch(`${app.url}/api/auth/no-such-thing`);
  assert.equal(odd.status, 404);
});

test('a flood of sign-ins from one address is stopped', async () => {
  await signIn();
  const flooded = await app.database
    .updateTable('rate_limits')
    .set({ count: 60, last_request: Date.now() })
    .where('key', 'like', '127.0.0.1%sign-in/email')
    .returning('key')
    .execute();
  assert.equal(flooded.length, 1);
  const answer = await post('/api/v1/auth/sign-in', { email: olivia, password });
  assert.equal(answer.status, 429);
});
