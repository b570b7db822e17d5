import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { eventsSince } from '../../test/fixtures/events-since.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type { EventPage } from '../events/rules/event-views.ts';
import type { PatientView } from './rules/patient-views.ts';
import { recordBirthdays } from './record-birthdays.ts';
import { ageOn, birthdaysOn } from './rules/birthday.ts';

const app = await startDemoApp();
const [english] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;
const day = (text: string) => Temporal.PlainDate.from(text);

const newEvents = (): Promise<RecordedEvent[]> => eventsSince(app.database, english.id, app.clock.now());
const add = async (familyName: string, birthDate: string): Promise<PatientView> => {
  const answer = await app.as(olivia, 'POST', `${base}/patients`, {
    givenName: 'Leap',
    familyName,
    birthDate,
  });
  return (await answer.json()) as PatientView;
};

test('who was born on a 29th of February has a birthday every year', () => {
  assert.deepEqual(birthdaysOn(day('2027-02-28')), [228, 229]);
  assert.deepEqual(birthdaysOn(day('2028-02-28')), [228]);
  assert.deepEqual(birthdaysOn(day('2028-02-29')), [229]);
  assert.equal(ageOn(day('2026-07-02'), '2014-07-02'), 12);
  assert.equal(ageOn(day('2026-07-02'), '2030-07-02'), null);
});

test('a new patient is told, and a birthday once, from the morning of the clinic on', async () => {
  await newEvents();
  const { id } = await add('Year', '2012-02-29');
  await add('Other', '2012-03-01');
  const created = await newEvents();
  assert.deepEqual(
    created.map(({ kind }) => kind),
    ['PATIENT_CREATED', 'PATIENT_CREATED'],
  );
  const at = (text: string) => recordBirthdays(app.database, Temporal.Instant.from(text));
  await at('2027-02-28T11:59:00Z'); // 05:59 in Chicago
  assert.deepEqual(await newEvents(), []);
  await Promise.all([at('2027-02-28T12:07:00Z'), at('2027-02-28T12:07:00Z')]);
  await at('2027-02-28T20:07:00Z');
  const [birthday, ...more] = await newEvents();
  assert.deepEqual(more, []);
  assert.ok(birthday?.kind === 'BIRTHDAY');
  assert.deepEqual([birthday.patientId, birthday.payload], [id, { date: '2027-02-28', age: 15 }]);

  const ask = async (query: string) => (await app.as(olivia, 'GET', `${base}/events?${query}`)).json();
  const first = (await ask(`patientId=${id}&limit=1`)) as EventPage;
  const second = (await ask(`patientId=${id}&limit=1&cursor=${first.nextCursor}`)) as EventPage;
  assert.deepEqual(
    [...first.events, ...second.events].map(({ kind }) => kind),
    ['BIRTHDAY', 'PATIENT_CREATED'],
  );
  assert.equal(second.nextCursor, null);
  assert.equal((await app.as(olivia, 'GET', `${base}/events?cursor=x`)).status, 400);
});
