import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { testDatabase } from '../../test/fixtures/database.ts';
import { requireMember } from '../accounts/require-member.ts';
import { seedDemo, type SeededClinic } from '../demo/seed-demo.ts';
import { manualClock } from '../platform/clock.ts';
import { inClinic } from '../platform/database/database.ts';
import { answerErrors } from '../platform/http/error-handler.ts';
import { createLog } from '../platform/log.ts';
import { routingApi } from './routing.api.ts';
import { previewSchema } from './rules/preview-view.ts';
import { routingViewSchema, type MenuItem, type RoutingView } from './rules/routing-view.ts';

const { database } = await testDatabase();
const clock = manualClock('2026-11-18T16:00:00Z'); // a Wednesday, 10:00 in Chicago
const [english, german] = (await seedDemo(database, 'secret', clock.now())) as [SeededClinic, SeededClinic];
const users = await database.selectFrom('users').select(['id', 'name', 'email']).execute();

const server = Fastify();
server.setValidatorCompiler(validatorCompiler);
server.setSerializerCompiler(serializerCompiler);
answerErrors(server, createLog('silent'));
await server.register(
  async (clinic) => {
    requireMember(clinic, {
      database,
      signedIn: async ({ headers }) => users.find((user) => user.email === headers['x-user']) ?? null,
    });
    await clinic.register(routingApi({ database, clock }));
  },
  { prefix: '/clinics/:clinicId' },
);

const manager = 'daniel.brooks@lakeside.example';
const receptionist = 'olivia.martin@lakeside.example';
const observer = 'grace.lee@lakeside.example';

const ask = async (method: 'GET' | 'PUT' | 'PATCH', path: string, body?: unknown, user = manager) => {
  const answer = await server.inject({
    method,
    url: `/clinics/${english.id}/routing${path}`,
    headers: { 'x-user': user },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return { status: answer.statusCode, body: answer.json() as unknown };
};
const view = async (): Promise<RoutingView> =>
  routingViewSchema.parse((await ask('GET', '', undefined, observer)).body);
const changed = async (method: 'PUT' | 'PATCH', path: string, body: unknown): Promise<RoutingView> => {
  const answer = await ask(method, path, body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return routingViewSchema.parse(answer.body);
};
const refused = async (method: 'PUT' | 'PATCH', path: string, body: unknown): Promise<string> => {
  const before = await view();
  const { status, body: problem } = await ask(method, path, body);
  const { code, detail } = problem as { code: string; detail?: string };
  assert.deepEqual([status, code], [400, 'invalid']);
  assert.deepEqual(await view(), before, 'nothing was changed');
  return detail ?? '';
};

const idOf = async (list: 'departments' | 'staff', name: string): Promise<string> => {
  const found = (await view())[list].find((one) => one.name === name);
  assert.ok(found, name);
  return found.id;
};

const setOnline = (...names: string[]) =>
  inClinic(database, english.id, (trx) =>
    sql`INSERT INTO staff_call_availability (clinic_id, staff_id, portal_seen_at)
      SELECT clinic_id, id, CASE WHEN name = ANY(${names}) THEN ${clock.now().toString()}::timestamptz END FROM staff_members
      ON CONFLICT (clinic_id, staff_id) DO UPDATE SET portal_seen_at = excluded.portal_seen_at`.execute(trx),
  );

const preview = async (query: string): Promise<string[]> => {
  const { status, body } = await ask('GET', `/preview${query}`, undefined, observer);
  assert.equal(status, 200, JSON.stringify(body));
  return previewSchema
    .parse(body)
    .steps.map(({ kind, reason, staff }) => [kind, reason, staff?.name].filter(Boolean).join(' '));
};

const auditOf = (action: string) =>
  inClinic(database, english.id, (trx) =>
    trx
      .selectFrom('audit_log')
      .select(['user_id', 'subject_id', 'detail'])
      .where('action', '=', action)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );

describe('what would happen to a call', () => {
  test('the specification’s example, with the people as they are now', async () => {
    await setOnline('Olivia Martin', 'James Wilson');
    assert.deepEqual(await preview('?digits=1'), [
      'incoming open',
      'menu-offered open',
      'menu-chosen department',
      'ringing department-priority Olivia Martin',
      'round-ended no-answer',
      'ringing department-priority James Wilson',
      'round-ended no-answer',
      'ringing department-priority Daniel Brooks',
      'round-ended no-answer',
      'voicemail nobody-left',
    ]);
    await setOnline('James Wilson');
    assert.equal((await preview('?digits=1'))[3], 'not-tried offline Olivia Martin');
  });

  test('at another time, to a number of the clinic, whichever way the plus sign arrives', async () => {
    await changed('PATCH', '/settings', { businessHours: { '3': [['08:00', '18:00']] } });
    const sunday = `?at=2026-11-22T16:00:00Z&number=${english.phoneNumber}`;
    assert.deepEqual(await preview(sunday), ['incoming after-hours', 'voicemail after-hours']);
    assert.deepEqual(await preview(sunday.replace('+', '%2B')), await preview(sunday));
    assert.equal((await preview(''))[0], 'incoming open');
    await changed('PATCH', '/settings', { businessHours: {} });
  });

  test('leaves nothing behind', async () => {
    const calls = await inClinic(database, english.id, (trx) =>
      trx.selectFrom('call_logs').select('id').execute(),
    );
    assert.deepEqual(calls, []);
  });

  for (const query of [
    '?at=yesterday',
    '?digits=abc',
    '?digits=111111111111111111111',
    '?number=911;drop',
    '?at=2026-13-01T00:00:00Z',
  ])
    test(`refuses ${query}`, async () => assert.equal((await ask('GET', `/preview${query}`)).status, 400));
});

describe('who may', () => {
  test('everybody of the clinic reads; only managers change', async () => {
    assert.equal((await ask('GET', '', undefined, observer)).status, 200);
    for (const [method, path, body] of [
      ['PATCH', '/settings', { ringSeconds: 30 }],
      ['PUT', '/menu', { menu: [] }],
      ['PUT', `/staff/${await idOf('staff', 'Olivia Martin')}`, []],
    ] as const)
      for (const user of [receptionist, observer])
        assert.equal((await ask(method, path, body, user)).status, 403);
  });

  test('nobody of another clinic', async () => {
    const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
    assert.equal((await ask('GET', '', undefined, stranger)).status, 404);
    assert.equal((await ask('PATCH', '/settings', { ringSeconds: 30 }, stranger)).status, 404);
  });
});

describe('settings', () => {
  test('what is named is changed, the rest stays, and the log says which', async () => {
    const before = await view();
    const after = await changed('PATCH', '/settings', {
      ringSeconds: 33,
      greeting: { en: 'Hello.', de: 'Guten Tag.' },
      holidays: { country: 'US', state: 'IL', extra: [{ date: '2026-12-31', name: 'Stocktaking' }] },
      voicemailEmail: 'desk@lakeside.example',
      voicemailRetentionDays: 30,
      menuRepeats: 1,
    });
    assert.deepEqual(after.settings, {
      ...before.settings,
      ringSeconds: 33,
      greeting: { en: 'Hello.', de: 'Guten Tag.' },
      holidays: { country: 'US', state: 'IL', extra: [{ date: '2026-12-31', name: 'Stocktaking' }] },
      voicemailEmail: 'desk@lakeside.example',
      voicemailRetentionDays: 30,
      menuRepeats: 1,
    });
    assert.deepEqual(await view(), after);
    assert.deepEqual(await preview('?at=2026-12-31T16:00:00Z'), ['incoming holiday', 'voicemail holiday']);
    const [entry] = await auditOf('routing.settings-changed');
    assert.equal(entry?.user_id, users.find(({ email }) => email === manager)?.id);
    assert.match(JSON.stringify(entry?.detail), /"fields":"[^"]*\bringSeconds\b/);
    await changed('PATCH', '/settings', before.settings);
    assert.deepEqual(await view(), before);
  });

  const wrong: [change: Record<string, unknown>, where: RegExp][] = [
    [{ ringSeconds: 4 }, /ringSeconds/],
    [{ ringSeconds: 'soon' }, /ringSeconds/],
    [{ businessHours: { '1': [['08:00', '24:00']] } }, /businessHours/],
    [{ businessHours: { '8': [] } }, /businessHours/],
    [{ holidays: { country: 'XX' } }, /country/],
    [{ holidays: { country: 'DE', state: 'XX' } }, /state/],
    [{ holidays: { state: 'BY' } }, /country is needed/],
    [{ holidays: { extra: [{ date: '2026-02-30', name: 'never' }] } }, /date/],
    [{ afterHours: 'external' }, /afterHoursNumber/],
    [{ afterHoursNumber: '911' }, /afterHoursNumber/],
    [{ voicemailEmail: 'nobody' }, /voicemailEmail/],
    [{ language: 'fr' }, /language|unrecognized/i],
  ];
  for (const [change, where] of wrong)
    test(`refuses ${JSON.stringify(change)}`, async () => {
      assert.match(await refused('PATCH', '/settings', change), where);
    });

  test('the answering service needs its number in the same change or from before', async () => {
    await changed('PATCH', '/settings', { afterHours: 'external', afterHoursNumber: '+13125550190' });
    assert.match(await refused('PATCH', '/settings', { afterHoursNumber: null }), /afterHoursNumber/);
    await changed('PATCH', '/settings', { afterHours: 'voicemail', afterHoursNumber: null });
  });
});

describe('the menu', () => {
  test('is replaced as a whole, sub-menus included, and read back as it was given', async () => {
    const before = await view();
    const departmentId = await idOf('departments', 'Billing');
    const staffId = await idOf('staff', 'James Wilson');
    const menu: MenuItem[] = [
      { digit: '2', label: 'Billing', spoken: { en: 'Two.' }, route: { type: 'department', departmentId } },
      {
        digit: '1',
        label: 'More',
        spoken: {},
        route: {
          type: 'menu',
          options: [
            { digit: '1', label: 'James', spoken: {}, route: { type: 'staff', staffId } },
            { digit: '2', label: 'Lab', spoken: {}, route: { type: 'external', number: '+13125550191' } },
            { digit: '3', label: 'Message', spoken: {}, route: { type: 'voicemail', departmentId: null } },
            {
              digit: '*',
              label: 'Assistant',
              spoken: {},
              route: { type: 'ai', departmentId, fallbackToStaff: false },
            },
          ],
        },
      },
    ];
    assert.deepEqual((await changed('PUT', '/menu', { menu })).menu, menu);
    assert.ok((await preview('?digits=12')).includes('external menu'));
    const [entry] = await auditOf('routing.menu-replaced');
    assert.deepEqual(entry?.detail, { options: 6 });
    assert.deepEqual((await changed('PUT', '/menu', { menu: before.menu })).menu, before.menu);
  });

  test('refuses keys used twice on a level, unusable keys, empty sub-menus and foreign targets, naming the place', async () => {
    const departmentId = await idOf('departments', 'Billing');
    const foreign = await inClinic(database, german.id, (trx) =>
      trx.selectFrom('departments').select('id').executeTakeFirstOrThrow(),
    );
    const item = (digit: string, route: unknown) => ({ digit, label: 'x', spoken: {}, route });
    const billing = { type: 'department', departmentId };
    const within = (...options: unknown[]) => item('5', { type: 'menu', options });
    const cases: [menu: unknown[], where: RegExp][] = [
      [[item('1', billing), item('1', billing)], /menu 1: this key is taken/],
      [[within(item('1', billing), item('1', billing))], /menu 51: this key is taken/],
      [[item('#', billing)], /menu #: this key cannot be used/],
      [[within()], /menu 5: a sub-menu needs options/],
      [[item('1', { type: 'department', departmentId: foreign.id })], /menu 1: no such department/],
      [[item('1', { type: 'staff', staffId: crypto.randomUUID() })], /menu 1: no such staff/],
      [[item('1', { type: 'external', number: '12' })], /number/],
      [[item('12', billing)], /digit/],
      [[within(within(within(item('1', billing))))], /menu/],
    ];
    for (const [menu, where] of cases) assert.match(await refused('PUT', '/menu', { menu }), where);
  });
});

describe('the ways in which somebody takes calls', () => {
  test('are replaced, and the next call follows them', async () => {
    const staffId = await idOf('staff', 'Emily Novak');
    const departmentId = await idOf('departments', 'Billing');
    const routes = [
      { departmentId, priority: 1, inPortal: false, phone: '+13125550112', on: true },
      { departmentId: null, priority: 7, inPortal: true, phone: null, on: false },
    ];
    const after = await changed('PUT', `/staff/${staffId}`, routes);
    assert.deepEqual(after.staff.find(({ id }) => id === staffId)?.routes, routes);
    await setOnline('Olivia Martin');
    const rings = (await preview('?digits=1')).filter((step) => step.startsWith('ringing'));
    assert.deepEqual(
      rings
        .slice(0, 2)
        .map((step) => step.split(' ').slice(2).join(' '))
        .toSorted(),
      ['Emily Novak', 'Olivia Martin'],
    );
    const [entry] = await auditOf('routing.staff-routes-replaced');
    assert.deepEqual([entry?.subject_id, entry?.detail], [staffId, { routes: 2 }]);
    assert.deepEqual(
      (await changed('PUT', `/staff/${staffId}`, [])).staff.find(({ id }) => id === staffId)?.routes,
      [],
    );
  });

  test('refuses a second route for one department, foreign departments and routes that reach nobody', async () => {
    const staffId = await idOf('staff', 'Emily Novak');
    const route = { departmentId: null, priority: 1, inPortal: true, phone: null, on: true };
    const path = `/staff/${staffId}`;
    assert.match(await refused('PUT', path, [route, route]), /routes\/1: a second route/);
    assert.match(
      await refused('PUT', path, [{ ...route, departmentId: crypto.randomUUID() }]),
      /no such department/,
    );
    assert.match(await refused('PUT', path, [{ ...route, inPortal: false }]), /the portal or a phone/);
    assert.match(await refused('PUT', path, [{ ...route, priority: 0 }]), /priority/);
  });

  test('of somebody of another clinic are not there', async () => {
    const stranger = await inClinic(database, german.id, (trx) =>
      trx.selectFrom('staff_members').select('id').executeTakeFirstOrThrow(),
    );
    assert.equal((await ask('PUT', `/staff/${stranger.id}`, [])).status, 404);
    assert.equal((await ask('PUT', '/staff/nobody', [])).status, 404);
  });
});
