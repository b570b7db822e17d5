import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { after, test } from 'node:test';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { requireMember } from '../accounts/require-member.ts';
import type { Role } from '../accounts/rules/role.ts';
import { inClinic } from '../platform/database/database.ts';
import { answerErrors } from '../platform/http/error-handler.ts';
import { deletionApi } from './deletion.api.ts';
import { receiveRecording } from './store-recording.ts';
import { transcriptApi } from './transcript.api.ts';
import { makeCall, makeClinic, trialDatabase, type ClinicOnTrial } from './clinic-on-trial.ts';
import { makeWorld, rawRow, workOff } from './voicemail-on-trial.ts';
import { voicemailApi } from './voicemail.api.ts';
import { voicemailHandlers } from './voicemail.jobs.ts';
import type { VoicemailView } from './rules/voicemail-views.ts';

const database = await trialDatabase();
const world = await makeWorld(database);
const clinic = await makeClinic(database);
const other = await makeClinic(database);

/** Who asks is said by a header here: signing in is tested where it belongs. */
const users = new Map<string, string>();
for (const [role, { clinicId }] of [
  ['receptionist', clinic],
  ['readonly', clinic],
  ['stranger', other],
] as const) {
  const id = randomUUIDv7();
  users.set(role, id);
  await database
    .insertInto('users')
    .values({ id, name: role, email: `${role}@clinic.example` })
    .execute();
  const member = { id: randomUUIDv7(), clinic_id: clinicId, user_id: id };
  const as: Role = role === 'stranger' ? 'owner' : role;
  await database
    .insertInto('clinic_members')
    .values({ ...member, role: as })
    .execute();
}

const server = Fastify();
server.setValidatorCompiler(validatorCompiler);
server.setSerializerCompiler(serializerCompiler);
answerErrors(server, world.deps.log);
await server.register(
  async (scope) => {
    requireMember(scope, {
      database,
      signedIn: async ({ headers }) => {
        const name = String(headers['x-user']);
        const id = users.get(name);
        return id === undefined ? null : { id, name, email: `${name}@clinic.example` };
      },
    });
    await scope.register(voicemailApi(world.deps));
    await scope.register(transcriptApi(world.deps));
    await scope.register(deletionApi(world.deps));
  },
  { prefix: '/clinics/:clinicId' },
);
after(() => server.close());

type Ask = { as?: string; body?: object; headers?: Record<string, string>; of?: ClinicOnTrial };
const ask = (
  method: 'GET' | 'PATCH' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  { as, body, headers, of }: Ask = {},
) =>
  server.inject({
    method,
    url: `/clinics/${(of ?? clinic).clinicId}/voicemails${path}`,
    headers: { 'x-user': as ?? 'receptionist', ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });

const leaveMessage = async (more: { departmentId?: string | null; from?: string } = {}): Promise<string> => {
  const departmentId = more.departmentId === undefined ? clinic.departmentId : more.departmentId;
  const { callId, callSid } = await makeCall(database, clinic.clinicId, {
    from: more.from ?? '+13125550101',
    departmentId,
  });
  const recording = {
    callId,
    recordingSid: world.record(callSid),
    durationSeconds: 4,
    departmentId,
    language: 'en',
    receivedAt: world.clock.now(),
  } as const;
  const { voicemailId } = await inClinic(database, clinic.clinicId, (trx) =>
    receiveRecording(trx, recording, world.deps.send),
  );
  await workOff(world, voicemailHandlers(world.deps));
  return voicemailId;
};

const audit = (subjectId: string) =>
  inClinic(database, clinic.clinicId, (trx) =>
    trx
      .selectFrom('audit_log')
      .select(['action', 'user_id', 'detail'])
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute(),
  );

test('shows who called, what they said and where it stands', async () => {
  const patientId = randomUUIDv7();
  await inClinic(database, clinic.clinicId, async (trx) => {
    const own = { clinic_id: clinic.clinicId };
    await trx
      .insertInto('patients')
      .values({ ...own, id: patientId, given_name: 'Ana', family_name: 'Ruiz' })
      .execute();
    await trx
      .insertInto('patient_phone_numbers')
      .values({ ...own, patient_id: patientId, phone_number: '+13125550142' })
      .execute();
  });
  const id = await leaveMessage({ from: '+13125550142' });
  const answer = await ask('GET', `/${id}`, { as: 'readonly' });
  assert.equal(answer.statusCode, 200);
  const view = answer.json<VoicemailView>();
  assert.equal(view.from, '+13125550142');
  assert.deepEqual(view.caller, {
    kind: 'patient',
    name: 'Ana Ruiz',
    people: [
      { id: patientId, kind: 'patient', name: 'Ana Ruiz', birthDate: null, relation: null, vip: false },
    ],
  });
  assert.equal(view.transcript, 'Please call me back.');
  assert.deepEqual([view.status, view.audio, view.assignedTo], ['new', 'ready', null]);
});

test('pages through everything once, newest first, also where many came in the same instant', async () => {
  const left: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    if (i % 3 === 0) world.clock.advance({ seconds: 1 });
    left.push(await leaveMessage({ departmentId: null }));
  }
  const seen: VoicemailView[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await ask('GET', `?limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    const { items, nextCursor } = page.json<{ items: VoicemailView[]; nextCursor: string | null }>();
    seen.push(...items);
    cursor = nextCursor;
  }
  const ids = seen.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of left) assert.ok(ids.includes(id));
  const times = seen.map(({ receivedAt }) => Temporal.Instant.from(receivedAt).epochMilliseconds);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  );
});

test('filters by status and department; the count of new ones is the whole clinic’s', async () => {
  const id = await leaveMessage();
  await ask('PATCH', `/${id}`, { body: { status: 'heard' } });
  const heard = (await ask('GET', '?status=heard')).json<{ items: VoicemailView[]; newCount: number }>();
  assert.deepEqual(
    heard.items.map((item) => item.id),
    [id],
  );
  const department = await ask('GET', `?departmentId=${clinic.departmentId}&limit=200`);
  const { items } = department.json<{ items: VoicemailView[] }>();
  assert.ok(items.length > 0 && items.every((item) => item.department?.id === clinic.departmentId));
  const all = (await ask('GET', '?limit=200')).json<{ items: VoicemailView[] }>().items;
  assert.equal(heard.newCount, all.filter(({ status }) => status === 'new').length);
});

test('is marked and assigned, with a trace; asking again leaves no second one', async () => {
  const id = await leaveMessage();
  const body = { status: 'done', assignedTo: clinic.staffId };
  for (let i = 0; i < 2; i += 1) {
    const view = (await ask('PATCH', `/${id}`, { body })).json<VoicemailView>();
    assert.equal(view.status, 'done');
    assert.deepEqual(view.assignedTo, { staffId: clinic.staffId, name: 'Dana Reyes' });
  }
  const free = await ask('PATCH', `/${id}`, { body: { assignedTo: null } });
  assert.equal(free.json<VoicemailView>().assignedTo, null);
  const user_id = users.get('receptionist');
  assert.deepEqual(await audit(id), [
    { action: 'voicemail.marked', user_id, detail: { status: 'done' } },
    { action: 'voicemail.assigned', user_id, detail: { staffId: clinic.staffId } },
    { action: 'voicemail.assigned', user_id, detail: { staffId: null } },
  ]);
});

test('plays, whole and in parts, and each listening is recorded', async () => {
  const id = await leaveMessage();
  const whole = await ask('GET', `/${id}/audio`, { as: 'readonly' });
  assert.equal(whole.statusCode, 200);
  assert.equal(whole.headers['content-type'], 'audio/wav');
  assert.equal(whole.headers['accept-ranges'], 'bytes');
  assert.match(String(whole.headers['cache-control']), /no-store/);
  const { length } = whole.rawPayload;
  assert.equal(length, 44 + 4 * 16_000);
  assert.equal(whole.rawPayload.subarray(0, 4).toString(), 'RIFF');

  const part = await ask('GET', `/${id}/audio`, { headers: { range: 'bytes=100-199' } });
  assert.equal(part.statusCode, 206);
  assert.equal(part.headers['content-range'], `bytes 100-199/${length}`);
  assert.deepEqual(part.rawPayload, whole.rawPayload.subarray(100, 200));
  const beyond = await ask('GET', `/${id}/audio`, { headers: { range: `bytes=${length}-` } });
  assert.equal(beyond.statusCode, 416);
  assert.equal(beyond.headers['content-range'], `bytes */${length}`);

  const listened = (await audit(id)).map(({ action, user_id }) => [action, user_id]);
  assert.deepEqual(listened.slice(0, 2), [
    ['voicemail.listened', users.get('readonly')],
    ['voicemail.listened', users.get('receptionist')],
  ]);
  assert.equal((await ask('GET', `/${id}`)).json<VoicemailView>().status, 'new', 'marks nothing by itself');
});

test('a deleted message stands in the bin alone, comes back, and is gone for good on demand', async () => {
  const id = await leaveMessage();
  const listed = async (query: string) =>
    (await ask('GET', `?limit=200${query}`))
      .json<{ items: VoicemailView[] }>()
      .items.some((one) => one.id === id);
  const { newCount } = (await ask('GET', '?limit=1')).json<{ newCount: number }>();
  const deletedAt = world.clock.now();
  assert.equal((await ask('DELETE', `/${id}`)).statusCode, 204);
  assert.equal((await ask('DELETE', `/${id}`)).statusCode, 404, 'deleted already');
  assert.deepEqual(
    [await listed(''), await listed('&status=open'), await listed('&status=deleted')],
    [false, false, true],
  );
  assert.equal((await ask('GET', '?limit=1')).json<{ newCount: number }>().newCount, newCount - 1);
  const view = (await ask('GET', `/${id}`)).json<VoicemailView>();
  assert.deepEqual(view.deleted, { at: deletedAt.toString(), by: 'receptionist' });
  assert.equal(view.keptUntil, deletedAt.add({ hours: 24 }).toString());
  assert.equal((await ask('PATCH', `/${id}`, { body: { status: 'done' } })).statusCode, 404);
  const text = { text: 'Other words.', over: null };
  assert.equal((await ask('PUT', `/${id}/transcript`, { body: text })).statusCode, 404);

  for (let i = 0; i < 2; i += 1)
    assert.equal((await ask('POST', `/${id}/restore`)).json<VoicemailView>().deleted, null);
  assert.deepEqual([await listed(''), await listed('&status=deleted')], [true, false]);
  assert.equal((await ask('DELETE', `/${id}?forGood=true`)).statusCode, 204);
  for (const path of [`/${id}`, `/${id}/audio`]) assert.equal((await ask('GET', path)).statusCode, 404);
  for (const path of [`/${id}`, `/${id}?forGood=true`])
    assert.equal((await ask('DELETE', path)).statusCode, 404);
  assert.equal((await ask('POST', `/${id}/restore`)).statusCode, 404);
  assert.equal(await listed('&status=deleted'), false);
  assert.deepEqual(
    (await audit(id)).map(({ action }) => action),
    ['voicemail.deleted', 'voicemail.restored', 'voicemail.erased'],
  );
});

test('a transcript is corrected and the original kept; who wrote over an older text is told', async () => {
  const id = await leaveMessage();
  const correct = (text: string | null, over: string | null = null) =>
    ask('PUT', `/${id}/transcript`, { body: { text, over } });
  const original = 'Please call me back.';
  const first = (await correct('  Please call Mrs Baker back.  ')).json<VoicemailView>();
  assert.equal(first.transcript, 'Please call Mrs Baker back.');
  assert.deepEqual(first.correction, {
    at: world.clock.now().toString(),
    by: 'receptionist',
    original,
  });
  assert.equal((await correct('Please call Mr Barker back.')).statusCode, 409, 'read before the first');
  const same = await correct('Please call Mrs Baker back.');
  assert.equal(same.statusCode, 200, 'what stands there already is no conflict');
  world.clock.advance({ seconds: 1 });
  const second = (await correct('Call Mrs Baker.', first.correction.at)).json<VoicemailView>();
  assert.equal(second.correction?.original, original);
  const back = (await correct(null, second.correction.at)).json<VoicemailView>();
  assert.deepEqual([back.transcript, back.correction], [original, null]);

  await correct('Call Mrs Baker.');
  const raw = await rawRow(world, clinic, id);
  assert.equal(raw.corrected!.includes('Baker'), false, 'nothing is readable at rest');
  assert.deepEqual(
    (await audit(id)).map(({ action, detail }) => [action, detail]),
    [false, false, true, false].map((to) => ['voicemail.transcript-changed', { original: to }]),
  );
});

test('one of two who correct a text at once is told', async () => {
  const id = await leaveMessage();
  const answers = await Promise.all(
    ['One.', 'Two.'].map((text) => ask('PUT', `/${id}/transcript`, { body: { text, over: null } })),
  );
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
    [200, 409],
  );
});

test('a message without a text is written down by hand', async () => {
  world.steer.transcript = { outcome: 'unavailable' };
  const id = await leaveMessage();
  world.steer.transcript = { outcome: 'text', text: 'Please call me back.' };
  const body = { text: 'Asks about parking.', over: null };
  const view = (await ask('PUT', `/${id}/transcript`, { body })).json<VoicemailView>();
  assert.equal(view.transcript, 'Asks about parking.');
  assert.equal(view.correction?.original, null);
});

test('filters by who takes care of it', async () => {
  const [mine, free] = [await leaveMessage(), await leaveMessage()];
  await ask('PATCH', `/${mine}`, { body: { assignedTo: clinic.staffId } });
  const ids = async (whose: string) =>
    (await ask('GET', `?limit=200&assignedTo=${whose}`))
      .json<{ items: VoicemailView[] }>()
      .items.map((one) => one.id);
  const [theirs, nobodys] = [await ids(clinic.staffId), await ids('nobody')];
  assert.deepEqual([theirs.includes(mine), theirs.includes(free)], [true, false]);
  assert.deepEqual([nobodys.includes(mine), nobodys.includes(free)], [false, true]);
});

test('who may do what', async () => {
  const id = await leaveMessage();
  assert.equal((await ask('PATCH', `/${id}`, { as: 'readonly', body: { status: 'done' } })).statusCode, 403);
  assert.equal((await ask('DELETE', `/${id}`, { as: 'readonly' })).statusCode, 403);
  assert.equal((await ask('POST', `/${id}/restore`, { as: 'readonly' })).statusCode, 403);
  const text = { text: 'x', over: null };
  assert.equal((await ask('PUT', `/${id}/transcript`, { as: 'readonly', body: text })).statusCode, 403);
  assert.equal((await ask('GET', '', { as: 'nobody' })).statusCode, 401);
  assert.equal((await ask('GET', `/${id}`, { as: 'stranger' })).statusCode, 404);
  const own = { as: 'stranger', of: other };
  for (const path of [`/${id}`, `/${id}/audio`]) assert.equal((await ask('GET', path, own)).statusCode, 404);
  assert.equal((await ask('PATCH', `/${id}`, { ...own, body: { status: 'done' } })).statusCode, 404);
  assert.equal((await ask('DELETE', `/${id}`, own)).statusCode, 404);
  assert.equal((await ask('DELETE', `/${id}?forGood=true`, own)).statusCode, 404);
  assert.equal((await ask('POST', `/${id}/restore`, own)).statusCode, 404);
  assert.equal((await ask('PUT', `/${id}/transcript`, { ...own, body: text })).statusCode, 404);
  assert.deepEqual((await ask('GET', '', own)).json(), { items: [], nextCursor: null, newCount: 0 });
  assert.deepEqual(await audit(id), []);
});

test('what makes no sense is refused, with a reason and without a crash', async () => {
  const id = await leaveMessage();
  const table: [Promise<{ statusCode: number }>, number][] = [
    [ask('GET', '?cursor=nonsense'), 400],
    [ask('GET', '?limit=0'), 400],
    [ask('GET', '?limit=100000'), 400],
    [ask('GET', '?status=lost'), 400],
    [ask('GET', '?departmentId=x'), 400],
    [ask('PATCH', `/${id}`, { body: {} }), 400],
    [ask('PATCH', `/${id}`, { body: { status: 'lost' } }), 400],
    [ask('PATCH', `/${id}`, { body: { assignedTo: randomUUIDv7() } }), 400],
    [ask('GET', '?assignedTo=me'), 400],
    [ask('DELETE', `/${id}?forGood=perhaps`), 400],
    [ask('PUT', `/${id}/transcript`, { body: { text: '  ', over: null } }), 400],
    [ask('PUT', `/${id}/transcript`, { body: { text: 'x' } }), 400],
    [ask('PUT', `/${id}/transcript`, { body: { text: 'x', over: 'yesterday' } }), 400],
    [ask('PUT', `/${id}/transcript`, { body: { text: 'x'.repeat(10_001), over: null } }), 400],
    [ask('GET', '/not-an-id'), 404],
    [ask('GET', `/${randomUUIDv7()}/audio`), 404],
  ];
  for (const [index, [answer, status]] of table.entries())
    assert.equal((await answer).statusCode, status, `row ${index}`);
});
