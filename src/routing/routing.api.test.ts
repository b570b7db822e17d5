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

const observer = 'grace.lee@lakeside.example';

const ask = async (path: string, user = observer) => {
  const answer = await server.inject({
    method: 'GET',
    url: `/clinics/${english.id}/routing${path}`,
    headers: { 'x-user': user },
  });
  return { status: answer.statusCode, body: answer.json() as unknown };
};

const setOnline = (...names: string[]) =>
  inClinic(database, english.id, (trx) =>
    sql`INSERT INTO staff_call_availability (clinic_id, staff_id, portal_seen_at)
      SELECT clinic_id, id, CASE WHEN name = ANY(${names}) THEN ${clock.now().toString()}::timestamptz END FROM staff_members
      ON CONFLICT (clinic_id, staff_id) DO UPDATE SET portal_seen_at = excluded.portal_seen_at`.execute(trx),
  );

const preview = async (query: string): Promise<string[]> => {
  const { status, body } = await ask(`/preview${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return previewSchema
    .parse(body)
    .steps.map(({ kind, reason, staff }) => [kind, reason, staff?.name].filter(Boolean).join(' '));
};

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
    const setHours = (hours: object) =>
      inClinic(database, english.id, (trx) =>
        trx
          .updateTable('call_settings')
          .set({ business_hours: JSON.stringify(hours) })
          .execute(),
      );
    await setHours({ '3': [['08:00', '18:00']] });
    const sunday = `?at=2026-11-22T16:00:00Z&number=${english.phoneNumber}`;
    assert.deepEqual(await preview(sunday), ['incoming after-hours', 'voicemail after-hours']);
    assert.deepEqual(await preview(sunday.replace('+', '%2B')), await preview(sunday));
    assert.equal((await preview(''))[0], 'incoming open');
    await setHours({});
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
    test(`refuses ${query}`, async () => assert.equal((await ask(`/preview${query}`)).status, 400));
});

test('everybody of the clinic reads what is published; nobody of another clinic', async () => {
  const { status, body } = await ask('');
  assert.equal(status, 200);
  assert.equal((body as { publication: number }).publication, 0);
  const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
  assert.equal((await ask('', stranger)).status, 404);
  assert.equal((await ask('/preview', stranger)).status, 404);
});
