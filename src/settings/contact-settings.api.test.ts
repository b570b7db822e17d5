import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { removeWhatExpired } from './keep-clinic.ts';
import type { ContactSettingsView } from './rules/contact-settings.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const path = `/api/v1/clinics/${english.id}/contact-settings`;
const manager = 'daniel.brooks@lakeside.example';
const read = async (): Promise<ContactSettingsView> =>
  (await (await app.as(manager, 'GET', path)).json()) as ContactSettingsView;
const bodyOf = ({ currency: _currency, numbers, ...plain }: ContactSettingsView) => ({
  ...plain,
  numbers: numbers.map(({ label: _label, ...pace }) => pace),
});

test('pace, price and address are set by a manager, and written down', async () => {
  const before = bodyOf(await read());
  const [number] = before.numbers;
  const wanted = {
    ...before,
    segmentPriceMicros: 7900,
    postalAddress: '7 River Street, Chicago, IL 60601',
    numbers: [{ ...number!, messagesPerMinute: 75, messagesPerDay: 2000, callsAtOnce: 3 }],
  };
  const answer = await app.as(manager, 'PUT', path, wanted);
  assert.equal(answer.status, 200);
  const view = (await answer.json()) as ContactSettingsView;
  assert.deepEqual(
    bodyOf({
      ...view,
      numbers: view.numbers.filter(({ phoneNumber }) => phoneNumber === number!.phoneNumber),
    }),
    wanted,
  );
  const kept = await inClinic(app.database, english.id, (trx) =>
    trx.selectFrom('message_senders').select(['per_minute', 'daily_cap']).execute(),
  );
  assert.deepEqual(kept, [{ per_minute: 75, daily_cap: 2000 }]);
  const written = await inClinic(app.database, english.id, (trx) =>
    trx
      .selectFrom('audit_log')
      .select('detail')
      .where('action', '=', 'clinic.contact-settings-changed')
      .execute(),
  );
  assert.deepEqual(
    written.map(({ detail }) => detail),
    [
      {
        segmentPriceMicros: 7900,
        postalAddress: '7 River Street, Chicago, IL 60601',
        [number!.phoneNumber]: '75 / 2000 / 60 / 3 / –',
      },
    ],
  );
});

test('the preview of a template counts with the price', async () => {
  const preview = await app.as(manager, 'POST', `/api/v1/clinics/${english.id}/templates/preview`, {
    channel: 'sms',
    about: 'patient',
    texts: { en: { subject: null, body: 'Hello' } },
  });
  const { en } = (await preview.json()) as { en: { priceMicros: number } };
  assert.equal(en.priceMicros, 7900);
});

test('who may not, and what is not the clinic’s', async () => {
  const before = bodyOf(await read());
  assert.equal((await app.as('olivia.martin@lakeside.example', 'GET', path)).status, 200);
  assert.equal((await app.as('olivia.martin@lakeside.example', 'PUT', path, before)).status, 403);
  const [number] = before.numbers;
  for (const numbers of [
    [{ ...number!, phoneNumber: german.phoneNumber }],
    [number, number],
    [{ ...number!, messagesPerMinute: 0 }],
  ])
    assert.equal((await app.as(manager, 'PUT', path, { ...before, numbers })).status, 400);
  assert.deepEqual(bodyOf(await read()), before);
});

test('answers of the gate go when they have been kept long enough; proof stays five years', async () => {
  const days = (count: number) => app.clock.now().subtract({ hours: 24 * count });
  const { id: patientId } = await inClinic(app.database, english.id, (trx) =>
    trx.selectFrom('patients').select('id').limit(1).executeTakeFirstOrThrow(),
  );
  const rows: [key: string, age: number, reason: string, consent: string | null][] = [
    ['plain', 1100, 'allowed', null],
    ['young', 1000, 'allowed', null],
    ['consent', 1100, 'allowed', randomUUIDv7()],
    ['old-consent', 1900, 'allowed', randomUUIDv7()],
    ['no', 1100, 'opted-out', null],
    ['waited', 1100, 'quiet-hours', null],
  ];
  await inClinic(app.database, english.id, async (trx) => {
    for (const [key, age, reason, consent] of rows)
      await sql`INSERT INTO contact_decisions (clinic_id, id, key, patient_id, moment, channel, purpose, reason, consent_id, decision, decided_at)
        VALUES (${english.id}, ${randomUUIDv7()}, ${key}, ${patientId}, 'sending', 'sms', 'care', ${reason}, ${consent}, '{}', ${days(age)})`.execute(
        trx,
      );
  });
  const settings = await app.as(manager, 'GET', `/api/v1/clinics/${english.id}/settings`);
  const { expiring } = (await settings.json()) as { expiring: { decisions: number } };
  assert.equal(expiring.decisions, 3);
  await removeWhatExpired(app);
  const kept = await inClinic(app.database, english.id, (trx) =>
    trx.selectFrom('contact_decisions').select('key').orderBy('key').execute(),
  );
  assert.deepEqual(
    kept.map(({ key }) => key),
    ['consent', 'no', 'young'],
  );
});

test('whoever agreed or was contacted is not deleted with the proof', async () => {
  const remove = inClinic(app.database, english.id, (trx) =>
    sql`DELETE FROM patients WHERE clinic_id = ${english.id} AND id IN (SELECT patient_id FROM contact_consents)`.execute(
      trx,
    ),
  );
  await assert.rejects(remove, /contact_consents|contact_decisions/);
});
