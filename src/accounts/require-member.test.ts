import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { answerErrors } from '../platform/http/error-handler.ts';
import { createLog } from '../platform/log.ts';
import { requireMember } from './require-member.ts';
import type { Role } from './rules/role.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const emails = {
  owner: 'margaret.chen@lakeside.example',
  manager: 'daniel.brooks@lakeside.example',
  receptionist: 'olivia.martin@lakeside.example',
  readonly: 'grace.lee@lakeside.example',
};
const staffPath = (clinicId: string): string => `/api/v1/clinics/${clinicId}/staff`;

test('a member reads the own clinic', async () => {
  for (const email of Object.values(emails)) {
    assert.equal((await app.as(email, 'GET', staffPath(english.id))).status, 200);
  }
});

test('signed out: 401, whatever the clinic', async () => {
  for (const id of [english.id, 'x', crypto.randomUUID()]) {
    assert.equal((await fetch(app.url + staffPath(id))).status, 401);
  }
});

test("somebody else's clinic, one that does not exist and a malformed id look the same", async () => {
  const odd = [german.id, crypto.randomUUID(), 'x', "' or 1=1", '%00', '..', `${english.id}0`];
  for (const id of odd) {
    const answer = await app.as(emails.owner, 'GET', staffPath(encodeURIComponent(id)));
    assert.equal(answer.status, 404, id);
  }
});

/** Who asks is decided by a header here: only the roles are in question. */
const guarded = async () => {
  const server = Fastify();
  answerErrors(server, createLog('silent'));
  const users = await app.database.selectFrom('users').select(['id', 'name', 'email']).execute();
  await server.register(
    async (clinic) => {
      requireMember(clinic, {
        database: app.database,
        signedIn: async ({ headers }) => users.find((user) => user.email === headers['x-user']) ?? null,
      });
      clinic.get('/read', async ({ member }) => member);
      clinic.post('/change', async () => ({}));
      clinic.get('/manage', { config: { needs: 'manager' } }, async () => ({}));
      clinic.post('/note', { config: { needs: 'readonly' } }, async () => ({}));
      clinic.delete('/close', { config: { needs: 'owner' } }, async () => ({}));
    },
    { prefix: '/clinics/:clinicId' },
  );
  return server;
};

test('a route needs its role: reading readonly, changing receptionist, or what it says', async () => {
  const server = await guarded();
  const allowed: Record<string, Role[]> = {
    'GET read': ['owner', 'manager', 'receptionist', 'readonly'],
    'POST change': ['owner', 'manager', 'receptionist'],
    'GET manage': ['owner', 'manager'],
    'POST note': ['owner', 'manager', 'receptionist', 'readonly'],
    'DELETE close': ['owner'],
  };
  for (const [route, roles] of Object.entries(allowed)) {
    const [method, path] = route.split(' ') as ['GET', string];
    for (const role of ['owner', 'manager', 'receptionist', 'readonly'] as const) {
      const answer = await server.inject({
        method,
        url: `/clinics/${english.id}/${path}`,
        headers: { 'x-user': emails[role] },
      });
      assert.equal(answer.statusCode, roles.includes(role) ? 200 : 403, `${role} ${route}`);
    }
  }
});

test('the request knows who asks: role, name and staff member', async () => {
  const server = await guarded();
  const ask = async (email: string) =>
    (await server.inject({ url: `/clinics/${english.id}/read`, headers: { 'x-user': email } })).json();
  const olivia = await ask(emails.receptionist);
  assert.equal(olivia.userName, 'Olivia Martin');
  assert.equal(olivia.role, 'receptionist');
  assert.match(olivia.staffId, /^[0-9a-f-]{36}$/);
  assert.equal((await ask(emails.readonly)).staffId, null);
});

test('whoever loses the membership is out at once', async () => {
  const email = 'james.wilson@lakeside.example';
  assert.equal((await app.as(email, 'GET', staffPath(english.id))).status, 200);
  await app.database
    .deleteFrom('clinic_members')
    .where('user_id', '=', (eb) => eb.selectFrom('users').select('id').where('email', '=', email))
    .execute();
  assert.equal((await app.as(email, 'GET', staffPath(english.id))).status, 404);
});
