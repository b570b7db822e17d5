import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { demoSecrets } from '../../test/fixtures/demo-moment.ts';
import { inClinic } from '../platform/database/database.ts';
import { fileKeys } from '../platform/key-source.ts';
import { depsOf, addVoicemail, keyOf } from './installation-on-trial.ts';
import { openSecrets } from './open-secrets.ts';
import { reseal } from './reseal.ts';
import type { KeyView } from './rules/key-view.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-encryption-'));
after(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'encryption.key');
writeFileSync(file, `${keyOf(7).toString('base64')}\n`);
const app = await startDemoApp({}, fileKeys(folder));
const admin = 'margaret.chen@lakeside.example';
const olivia = 'olivia.martin@lakeside.example';
const base = '/api/v1/installation/encryption';
const [lakeside] = app.clinics;

const ask = async <T = KeyView>(method: string, resource = '', status = 200): Promise<T> => {
  const answer = await app.as(admin, method, base + resource);
  const text = await answer.text();
  assert.equal(answer.status, status, `${method} ${resource}: ${text}`);
  return JSON.parse(text) as T;
};
const keysInFile = (): number => readFileSync(file, 'utf8').trim().split('\n').length;
/** What the worker does, which does not run here. */
const work = async (): Promise<void> => {
  const secrets = await openSecrets(app.database, fileKeys(folder), app.clock.now());
  await reseal(depsOf(app.database, secrets));
};

test('only who looks after the installation sees or changes the key, and nobody is shown it', async () => {
  for (const [method, resource] of [
    ['GET', ''],
    ['POST', '/change'],
    ['POST', '/discard'],
  ] as const) {
    assert.equal((await app.as(olivia, method, base + resource)).status, 403);
    assert.equal((await fetch(app.url + base + resource, { method })).status, 401);
  }
  const view = await ask('GET');
  assert.deepEqual(
    [view.source, view.file, view.fingerprint, view.waiting, view.resealing, view.former],
    ['file', file, demoSecrets.keys.current(), null, null, []],
  );
  assert.ok(!JSON.stringify(view).includes(keyOf(7).toString('base64')));
});

test('the key is changed by a click, while everything goes on, and the former one is thrown away', async () => {
  const before = await ask('GET');
  const session = await app.tokenOf(olivia);
  const id = await addVoicemail(app.database, lakeside.id, {
    secrets: demoSecrets,
    key: keyOf(7),
    text: 'kept',
  });
  const changed = await ask('POST', '/change');
  assert.notEqual(changed.fingerprint, before.fingerprint);
  assert.deepEqual(changed.resealing, { total: null, done: 0 });
  assert.equal(keysInFile(), 2);
  assert.equal((await ask<{ code: string }>('POST', '/change', 409)).code, 'conflict');
  assert.equal((await ask<{ code: string }>('POST', '/discard', 409)).code, 'conflict');
  assert.equal(keysInFile(), 2);
  const heard = await app.as(olivia, 'GET', `/api/v1/clinics/${lakeside.id}/voicemails/${id}/audio`);
  assert.equal(await heard.text(), 'audio kept', 'in the middle of the change');
  assert.equal(await app.tokenOf(olivia), session);

  await work();
  const done = await ask('GET');
  assert.equal(done.resealing, null);
  assert.deepEqual(done.former, [
    { fingerprint: before.fingerprint, until: done.former[0]?.until, needed: false },
  ]);
  const discarded = await ask('POST', '/discard');
  assert.deepEqual(discarded.former, []);
  assert.equal(keysInFile(), 1);
  const again = await app.as(olivia, 'GET', `/api/v1/clinics/${lakeside.id}/voicemails/${id}/audio`);
  assert.equal(await again.text(), 'audio kept');
});

test('what turns up sealed with the former key is sealed anew before that is thrown away', async () => {
  const [former] = fileKeys(folder).read();
  await ask('POST', '/change');
  await work();
  await addVoicemail(app.database, lakeside.id, { secrets: demoSecrets, key: former!, text: 'late' });
  assert.equal((await ask<{ code: string }>('POST', '/discard', 409)).code, 'conflict');
  assert.equal(keysInFile(), 2);
  await work();
  // The sound was sealed with a key that was thrown away before: nobody has it.
  const { unopened, former: keys } = await ask('GET');
  assert.deepEqual([unopened, keys.map(({ needed }) => needed)], [1, [false]]);
  await ask('POST', '/discard');
  const secrets = await openSecrets(app.database, fileKeys(folder), app.clock.now());
  const { rows } = await inClinic(app.database, lakeside.id, (trx) =>
    sql<{ count: number }>`SELECT count(*) FROM voicemail_messages WHERE clinic_id = ${lakeside.id}
      AND substring(transcript from 1 for 9) <> ${secrets.keys.mark()}`.execute(trx),
  );
  assert.equal(rows[0]?.count, 0);
});

test('every clinic’s audit log says who changed the key', async () => {
  for (const { id } of app.clinics) {
    const { rows } = await inClinic(app.database, id, (trx) =>
      sql<{ action: string; known: boolean }>`SELECT action, user_id IS NOT NULL AS known FROM audit_log
        WHERE clinic_id = ${id} AND action LIKE 'installation.key-%' ORDER BY at, id`.execute(trx),
    );
    const actions = new Set(
      rows.map(({ action, known }) => `${action} ${known ? 'by somebody' : 'by itself'}`),
    );
    assert.deepEqual(
      actions,
      new Set([
        'installation.key-made by somebody',
        'installation.key-changed by itself',
        'installation.key-resealed by itself',
        'installation.key-discarded by somebody',
      ]),
    );
  }
});

test('a key of the environment is not changed by a click', async () => {
  const other = await startDemoApp();
  const answer = await other.as(admin, 'POST', `${base}/change`);
  assert.equal(((await answer.json()) as { code: string }).code, 'set-by-environment');
  await other.close();
});
