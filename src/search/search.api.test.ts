import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import type { Found } from './rules/found-view.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';

const ask = (clinicId: string, q: string) =>
  app.as(olivia, 'GET', `/api/v1/clinics/${clinicId}/search?q=${encodeURIComponent(q)}`);
const find = async (q: string): Promise<Found> => {
  const answer = await ask(english.id, q);
  assert.equal(answer.status, 200, q);
  return (await answer.json()) as Found;
};
const names = ({ people }: Found): string[] => people.map(({ name }) => name);

test('a person is found by part of the name, in any case, and by the digits of the number', async () => {
  const [laura] = (await find('laura benn')).people;
  assert.equal(laura?.name, 'Laura Bennett');
  assert.equal(laura?.kind, 'patient');
  assert.ok(laura?.phoneNumber);
  assert.ok(names(await find(laura.phoneNumber.slice(-7))).includes('Laura Bennett'));
});

test('colleagues and leads are found beside patients', async () => {
  assert.deepEqual(
    (await find('Daniel Br')).people.map(({ kind, name }) => [kind, name]),
    [['staff', 'Daniel Brooks']],
  );
});

test('signs with a meaning in SQL are only signs', async () => {
  for (const q of ['%%', '__', "';--", '\\\\', '(*)']) assert.deepEqual(names(await find(q)), [], q);
});

test('calls with the person or the number that was typed', async () => {
  const [laura] = (await find('laura benn')).people;
  const number = laura?.phoneNumber ?? '';
  await inClinic(app.database, english.id, (trx) =>
    trx
      .insertInto('call_logs')
      .values({
        clinic_id: english.id,
        id: crypto.randomUUID(),
        carrier_sid: 'CA-search',
        direction: 'inbound',
        from_number: number,
        to_number: english.phoneNumber,
        language: 'en',
        status: 'menu',
        status_since: Temporal.Now.instant(),
        state: '{}',
        caller_name: 'Laura Bennett',
        patient_id: laura?.id ?? null,
        started_at: Temporal.Now.instant(),
        last_fact_at: Temporal.Now.instant(),
      })
      .execute(),
  );
  for (const q of ['laura benn', number]) {
    const { calls } = await find(q);
    assert.deepEqual(
      calls.map(({ number: from, direction }) => [from, direction]),
      [[number, 'inbound']],
    );
  }
});

test('one letter is refused; another clinic is not found', async () => {
  assert.equal((await ask(english.id, 'a')).status, 400);
  assert.equal((await ask(german.id, 'laura')).status, 404);
});
