import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { inClinic } from '../platform/database/database.ts';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { insertCall } from './new-calls.store.ts';
import { newInboundCall } from './rules/call-state.ts';
import type { CallStory } from './rules/call-views.ts';
import type { SavedView } from './rules/saved-view.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'margaret.chen@lakeside.example';
const members = await app.database
  .selectFrom('clinic_members as m')
  .innerJoin('users as u', 'u.id', 'm.user_id')
  .select(['u.email', 'm.role'])
  .where('m.clinic_id', '=', clinic.id)
  .execute();
const receptionist = members.find(({ role }) => role === 'receptionist')!.email;

const callId = randomUUIDv7();
const call = { id: callId, carrierSid: `CA${callId}`, fromNumber: '+13125550199', toNumber: '+13125550100' };
const unknown = {
  forwardedFrom: null,
  language: 'en',
  callerName: null,
  patientId: null,
  leadId: null,
} as const;
await inClinic(app.database, clinic.id, (trx) =>
  insertCall(trx, { ...call, ...unknown }, newInboundCall('en'), app.clock.now()),
);

const ask = async (as: string, method: string, path: string, body?: unknown, of = clinic.id) => {
  const answer = await app.as(as, method, `/api/v1/clinics/${of}${path}`, body);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
};
const story = async (as: string) => (await ask(as, 'GET', `/calls/${callId}`)).body as CallStory;

test('a note stands in the story with who and when; only its writer changes it', async () => {
  const written = await ask(receptionist, 'POST', `/calls/${callId}/notes`, {
    text: '  Call back on Monday ',
  });
  assert.equal(written.status, 201);
  const { noteId } = written.body as { noteId: string };
  const refused = await ask(manager, 'PATCH', `/calls/${callId}/notes/${noteId}`, { text: 'No' });
  assert.equal(refused.status, 403);
  assert.equal((await story(manager)).notes[0]?.mine, false);

  app.clock.advance({ minutes: 5 });
  assert.equal(
    (await ask(receptionist, 'PATCH', `/calls/${callId}/notes/${noteId}`, { text: 'On Tuesday' })).status,
    200,
  );
  const [note, ...others] = (await story(receptionist)).notes;
  assert.deepEqual(others, []);
  assert.equal(note?.text, 'On Tuesday');
  assert.equal(note.mine, true);
  assert.notEqual(note.author, null);
  assert.equal(note.changedAt, app.clock.now().toString());
});

test('what is no note, and what is not here, is refused', async () => {
  for (const text of ['', '   ', 'x'.repeat(4001), 7, null])
    assert.equal((await ask(receptionist, 'POST', `/calls/${callId}/notes`, { text })).status, 400);
  const nowhere = [`/calls/${randomUUIDv7()}/notes`, `/calls/not-an-id/notes`];
  for (const path of nowhere)
    assert.ok([400, 404].includes((await ask(manager, 'POST', path, { text: 'a' })).status));
  const foreign = await ask(manager, 'POST', `/calls/${callId}/notes`, { text: 'a' }, german.id);
  assert.equal(foreign.status, 404);
  const missing = await ask(manager, 'PATCH', `/calls/${callId}/notes/${randomUUIDv7()}`, { text: 'a' });
  assert.equal(missing.status, 404);
});

test('the story tells who did what; looking again soon is the same look', async () => {
  await story(manager);
  await story(manager);
  const deeds = (await story(manager)).deeds.map(({ action, by }) => `${action} ${by}`);
  assert.equal(deeds.filter((deed) => deed === 'call.opened Margaret Chen').length, 1);
  assert.ok(deeds.some((deed) => deed.startsWith('call.noted ')));
});

const add = (as: string, name: string, shared = false, search: object = { outcome: 'missed' }) =>
  ask(as, 'POST', '/call-views', { name, shared, search });
const views = async (as: string) =>
  ((await ask(as, 'GET', '/call-views')).body as { items: SavedView[] }).items;

test('a view is one’s own until it is shared; managers look after shared ones', async () => {
  const own = (await add(receptionist, 'Missed')).body as SavedView;
  assert.deepEqual(
    (await views(manager)).map(({ name }) => name),
    [],
  );
  assert.equal((await ask(manager, 'PATCH', `/call-views/${own.id}`, { name: 'X' })).status, 404);
  assert.equal((await add(receptionist, 'Missed')).status, 409);

  await ask(receptionist, 'PATCH', `/call-views/${own.id}`, { shared: true });
  const [seen] = await views(manager);
  assert.equal(seen?.mine, false);
  assert.deepEqual(seen.search, { outcome: 'missed' });
  assert.equal((await ask(manager, 'PATCH', `/call-views/${own.id}`, { name: 'Missed calls' })).status, 200);

  const managers = (await add(manager, 'Billing', true)).body as SavedView;
  assert.equal((await ask(receptionist, 'DELETE', `/call-views/${managers.id}`)).status, 403);
  assert.equal((await ask(manager, 'DELETE', `/call-views/${managers.id}`)).status, 204);
});

test('a default is each person’s own, and goes with its view', async () => {
  const view = (await add(manager, 'Mine')).body as SavedView;
  assert.equal((await ask(receptionist, 'PUT', '/my/call-view', { viewId: view.id })).status, 404);
  assert.equal((await ask(manager, 'PUT', '/my/call-view', { viewId: view.id })).status, 200);
  assert.deepEqual(
    (await views(manager)).filter((one) => one.isDefault).map(({ name }) => name),
    ['Mine'],
  );
  await ask(manager, 'DELETE', `/call-views/${view.id}`);
  assert.deepEqual(
    (await views(manager)).filter((one) => one.isDefault),
    [],
  );
});

test('a search that the log does not know is no view', async () => {
  assert.equal((await add(manager, 'Bad', false, { outcome: 'splendid' })).status, 400);
  assert.equal((await add(manager, ' ')).status, 400);
  assert.equal((await ask(manager, 'PATCH', `/call-views/${randomUUIDv7()}`, {})).status, 400);
});
