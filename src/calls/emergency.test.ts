import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { inClinic } from '../platform/database/database.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import type { VoicemailView } from '../voicemail/rules/voicemail-views.ts';
import { receiveRecording } from '../voicemail/store-recording.ts';
import { listenForEmergency } from './listen-for-emergency.ts';
import { insertCall } from './new-calls.store.ts';
import { newInboundCall, newOutboundCall } from './rules/call-state.ts';
import type { CallListItem, CallStory } from './rules/call-views.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const { id: staffId } = await inClinic(app.database, clinic.id, (trx) =>
  trx.selectFrom('staff_members').select('id').where('name', '=', 'Olivia Martin').executeTakeFirstOrThrow(),
);

const begin = async (direction: 'inbound' | 'outbound' = 'inbound'): Promise<string> => {
  const id = randomUUIDv7();
  const number = clinic.phoneNumber;
  const [fromNumber, toNumber] =
    direction === 'inbound' ? ['+13125550199', number] : [number, '+13125550199'];
  const call = {
    id,
    carrierSid: `CA${id}`,
    fromNumber,
    toNumber,
    forwardedFrom: null,
    language: 'en' as const,
  };
  const who = { callerName: null, patientId: null, leadId: null };
  const state =
    direction === 'inbound' ? newInboundCall('en') : newOutboundCall('en', staffId, 'portal', toNumber);
  await inClinic(app.database, clinic.id, (trx) =>
    insertCall(trx, { ...call, ...who }, state, app.clock.now()),
  );
  return id;
};

const leaveMessage = async (callId: string): Promise<string> => {
  const recording = {
    callId,
    recordingSid: `RE${callId}`,
    durationSeconds: 5,
    departmentId: null,
    language: 'en' as const,
    receivedAt: app.clock.now(),
  };
  const { voicemailId } = await inClinic(app.database, clinic.id, (trx) =>
    receiveRecording(trx, recording, async () => {}),
  );
  return voicemailId;
};

const ask = async (method: string, path: string, of = clinic.id, sent?: object) => {
  const answer = await app.as(olivia, method, `/api/v1/clinics/${of}${path}`, sent);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
};
const say = (callId: string, emergency: boolean, of?: string) =>
  ask('PUT', `/calls/${callId}/emergency`, of, { emergency });
const storyOf = async (callId: string) => (await ask('GET', `/calls/${callId}`)).body as CallStory;
const messages = async (query = '') =>
  (await ask('GET', `/voicemails?${query}`)).body as { items: VoicemailView[]; nextCursor: string | null };

const toldOf = (callId: string) =>
  inClinic(app.database, clinic.id, (trx) =>
    trx.selectFrom('events').select(['kind', 'payload']).where('call_id', '=', callId).execute(),
  );

test('a button makes a call an emergency: its story, the lists and the events say so, once', async () => {
  const callId = await begin();
  const message = await leaveMessage(callId);
  const all = await Promise.all([1, 2, 3].map(() => say(callId, true)));
  assert.deepEqual(
    all.map(({ status }) => status),
    [200, 200, 200],
  );
  const { call, steps, deeds } = await storyOf(callId);
  assert.equal(call.emergency?.by, 'person');
  assert.deepEqual(
    steps.map(({ kind, reason, staff }) => [kind, reason, staff?.name]),
    [['emergency', 'person', 'Olivia Martin']],
  );
  assert.ok(deeds.some(({ action }) => action === 'call.emergency'));
  const list = (await ask('GET', '/calls')).body as { items: CallListItem[] };
  assert.equal(list.items.find(({ id }) => id === callId)?.emergency?.by, 'person');
  const [first] = (await messages()).items;
  assert.deepEqual([first?.id, first?.emergency], [message, true]);
  const events = await toldOf(callId);
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['INCOMING_CALL'],
  );
  assert.equal((events[0]!.payload as { emergency: boolean }).emergency, true);
});

test('whoever says that it is none is believed, by words too; a person may change their mind', async () => {
  const callId = await begin();
  const says = (text: string) =>
    inClinic(app.database, clinic.id, (trx) =>
      listenForEmergency(trx, { callId, text, at: app.clock.now() }),
    );
  await says('I would like to move my appointment.');
  assert.equal((await storyOf(callId)).call.emergency, null);
  await says('My gum is bleeding a lot.');
  const heard = (await storyOf(callId)).call.emergency;
  assert.deepEqual([heard?.by, heard?.detail], ['words', 'bleeding']);

  const denied = await say(callId, false);
  assert.deepEqual(denied, { status: 200, body: { emergency: null } });
  assert.equal((await say(callId, false)).status, 200);
  await says('There is blood everywhere');
  assert.equal((await storyOf(callId)).call.emergency, null);
  await say(callId, true);
  const { call, steps } = await storyOf(callId);
  assert.equal(call.emergency?.by, 'person');
  assert.deepEqual(
    steps.map(({ kind }) => kind),
    ['emergency', 'no-emergency', 'emergency'],
  );
  assert.equal((await toldOf(callId)).length, 1, 'what was told is not told again');
});

test('messages of emergencies stand first, page by page, until they are done', async () => {
  const emergencies: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const callId = await begin();
    emergencies.unshift(await leaveMessage(callId));
    await say(callId, true);
    app.clock.advance({ seconds: 1 });
    await leaveMessage(await begin());
    app.clock.advance({ seconds: 1 });
  }
  const seen: VoicemailView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await messages(`limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  const ids = seen.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids.slice(0, 3), emergencies);
  const urgent = seen.filter(({ emergency }) => emergency).length;
  assert.ok(seen.slice(0, urgent).every(({ emergency }) => emergency));
  assert.ok(
    seen
      .slice(urgent)
      .every((one, index, rest) => index === 0 || one.receivedAt <= rest[index - 1]!.receivedAt),
  );

  await app.as(olivia, 'PATCH', `/api/v1/clinics/${clinic.id}/voicemails/${emergencies[1]}`, {
    status: 'done',
  });
  const after = (await messages('limit=100')).items.map(({ id }) => id);
  assert.ok(!after.slice(0, urgent - 1).includes(emergencies[1]!));
  assert.ok(after.includes(emergencies[1]!));
});

test('calls of the clinic’s own, of others and no calls at all are none', async () => {
  const own = await begin('outbound');
  for (const emergency of [true, false]) {
    assert.equal((await say(own, emergency)).status, 409);
    assert.equal((await say(randomUUIDv7(), emergency)).status, 404);
    assert.ok([400, 404].includes((await say('x', emergency)).status));
    assert.equal((await say(await begin(), emergency, german.id)).status, 404);
  }
});
