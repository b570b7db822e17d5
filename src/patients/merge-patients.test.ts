import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { referencesToPatients } from './merge.store.ts';
import type { PatientView } from './rules/patient-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}/patients`;

const ask = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
  const answer = await app.as(olivia, method, `${base}${path}`, body);
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return (text === '' ? null : JSON.parse(text)) as T;
};
const add = (body: unknown) => ask<PatientView>('POST', '', body, 201);
const twins = async (familyName: string) => {
  const kept = await add({
    givenName: 'Dora',
    familyName,
    birthDate: '1980-01-02',
    phoneNumbers: [{ number: '3125550171', preferred: true }],
    tags: ['one', 'both'],
  });
  const merged = await add({
    givenName: 'Dorah',
    familyName,
    birthDate: '1980-01-02',
    salutation: 'Dr.',
    phoneNumbers: [{ number: '3125550172', preferred: true }, { number: '3125550171' }],
    tags: ['both', 'two'],
    identifiers: [{ system: 'practice', value: familyName }],
  });
  return { kept, merged };
};
const withoutTime = (view: PatientView) => ({ ...view, updatedAt: '', revision: 0 });

test('a merge joins lists, fills what is empty, takes what was chosen, and leaves a redirect', async () => {
  const { kept, merged } = await twins('Redirect');
  const child = await add({ givenName: 'Kid', familyName: 'Redirect' });
  await ask('PUT', `/${child.id}/guardians/${merged.id}`, { relation: 'mother' }, 204);
  await ask('POST', `/${merged.id}/notes`, { body: 'A note', pinned: true }, 201);
  const view = await ask<PatientView>('POST', `/${kept.id}/merge`, {
    duplicateId: merged.id,
    take: ['givenName'],
  });
  assert.equal(view.name, 'Dorah Redirect');
  assert.equal(view.salutation, 'Dr.');
  assert.deepEqual(view.tags, ['both', 'one', 'two']);
  assert.deepEqual(
    view.phoneNumbers.map(({ number, preferred }) => [number, preferred]),
    [
      ['+13125550171', true],
      ['+13125550172', false],
    ],
  );
  assert.deepEqual(view.identifiers, [{ system: 'practice', value: 'Redirect' }]);
  assert.deepEqual([view.children[0]?.id, view.notes[0]?.body], [child.id, 'A note']);
  assert.equal((await ask<PatientView>('GET', `/${merged.id}`)).id, kept.id);
  assert.equal((await app.as(olivia, 'PATCH', `${base}/${merged.id}`, { revision: 1 })).status, 404);
  assert.equal(
    (await app.as(olivia, 'POST', `${base}/${kept.id}/merge`, { duplicateId: merged.id })).status,
    404,
  );
});

test('an undone merge leaves both as they were, but for what came since', async () => {
  const { kept, merged } = await twins('Undone');
  const view = await ask<PatientView>('POST', `/${kept.id}/merge`, {
    duplicateId: merged.id,
    take: ['givenName'],
  });
  await ask('POST', `/${kept.id}/notes`, { body: 'Since', pinned: true }, 201);
  const again = await ask<PatientView>('POST', `/${kept.id}/merges/${view.mergedFrom[0]!.mergeId}/undo`);
  assert.deepEqual({ ...withoutTime(again), notes: [] }, withoutTime(kept));
  assert.equal(again.notes[0]?.body, 'Since');
  assert.deepEqual(withoutTime(await ask('GET', `/${merged.id}`)), withoutTime(merged));
  await ask('POST', `/${kept.id}/merges/${view.mergedFrom[0]!.mergeId}/undo`, undefined, 404);
});

test('a merge is not undone over somebody’s change, nor after 30 days', async () => {
  const { kept, merged } = await twins('Changed');
  const view = await ask<PatientView>('POST', `/${kept.id}/merge`, { duplicateId: merged.id });
  const undo = `/${kept.id}/merges/${view.mergedFrom[0]!.mergeId}/undo`;
  const child = await add({ givenName: 'Kid', familyName: 'Changed' });
  await ask('PUT', `/${child.id}/guardians/${kept.id}`, { relation: 'mother' }, 204);
  await ask('POST', undo, undefined, 409);
  await ask('DELETE', `/${child.id}/guardians/${kept.id}`, undefined, 204);
  await ask('POST', undo, undefined, 200);
});

test('two who merge the same pair the other way round: one wins, nothing hangs', async () => {
  const { kept, merged } = await twins('Crossed');
  const answers = await Promise.all([
    app.as(olivia, 'POST', `${base}/${kept.id}/merge`, { duplicateId: merged.id }),
    app.as(olivia, 'POST', `${base}/${merged.id}/merge`, { duplicateId: kept.id }),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 404],
  );
});

test('likely duplicates are shown with their reasons, until somebody says that they are two people', async () => {
  const { kept, merged } = await twins('Likely');
  type Pairs = { pairs: { one: PatientView; other: PatientView; reasons: string[] }[] };
  const find = async () =>
    (await ask<Pairs>('GET', '/duplicates?limit=50')).pairs.find(({ one }) => one.id === kept.id);
  assert.deepEqual((await find())?.reasons, ['similar-name-and-birth-date']);
  await ask('PUT', `/${merged.id}/not-same-as/${kept.id}`, undefined, 204);
  assert.equal(await find(), undefined);
  const foreign = `/api/v1/clinics/${german.id}/patients/${kept.id}/not-same-as/${merged.id}`;
  assert.equal((await app.as('miriam.schaefer@praxis-am-park.example', 'PUT', foreign)).status, 404);
});

test('every table that points to patients is known, moved or said to stay; a new one is found by itself', async () => {
  await inClinic(app.database, english.id, async (trx) => {
    const found = new Set((await referencesToPatients(trx)).map(({ table, column }) => `${table}.${column}`));
    for (const name of ['call_logs.patient_id', 'appointments.patient_id', 'patient_notes.patient_id'])
      assert.ok(found.has(name), name);
    // A column that is called after patients but has no foreign key would be forgotten by a merge.
    const { rows } = await sql<{ name: string }>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%patient_id'`.execute(trx);
    const staying = new Set(['patient_words.patient_id', 'patients_to_compare.patient_id']);
    for (const { name } of rows)
      assert.ok(found.has(name) || staying.has(name), `${name} has no foreign key`);
  });
});
