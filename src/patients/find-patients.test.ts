import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import type { PatientPage } from './rules/patient-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const miriam = 'miriam.schaefer@praxis-am-park.example';

const find = async (q: string, email = olivia, clinicId = english.id): Promise<PatientPage> => {
  const answer = await app.as(
    email,
    'GET',
    `/api/v1/clinics/${clinicId}/patients?q=${encodeURIComponent(q)}&limit=5`,
  );
  assert.equal(answer.status, 200, q);
  return (await answer.json()) as PatientPage;
};
const names = async (q: string): Promise<string[]> => (await find(q)).patients.map(({ name }) => name);
const add = async (givenName: string, familyName: string, more = {}): Promise<void> => {
  const body = { givenName, familyName, ...more };
  const answer = await app.as(olivia, 'POST', `/api/v1/clinics/${english.id}/patients`, body);
  assert.equal(answer.status, 201);
};
await add('Karl', 'Müller');
await add('Ina', 'Schmidtbauer', { identifiers: [{ system: 'practice', value: '4711' }] });
await add('Zoë', 'Łukasz');

test('names are found in any spelling', async () => {
  for (const q of ['Müller', 'mueller', 'muller', 'MÜL', 'karl mül', 'muler karl', 'Mueler'])
    assert.deepEqual(await names(q), ['Karl Müller'], q);
  for (const q of ['Schmitbauer', 'Schmidbauer', 'Schmitd', 'scmidtbauer'])
    assert.deepEqual(await names(q), ['Ina Schmidtbauer'], q);
  for (const q of ['lukasz', 'Łuk', 'zoe']) assert.deepEqual(await names(q), ['Zoë Łukasz'], q);
  assert.deepEqual(await names("o'con"), ["William O'Connor"]);
  assert.deepEqual(await names('benet'), ['Anna Bennett', 'Ben Bennett', 'Laura Bennett']);
});

test('who is called so stands before whose name begins so', async () => {
  await add('Ben', 'Zz');
  assert.deepEqual((await names('ben')).slice(0, 2), ['Ben Bennett', 'Ben Zz']);
});

test('numbers, birth dates and patient numbers find their person, alone or with a name', async () => {
  for (const q of ['+13125550122', '(312) 555-0122', '555 0122', '0122', '14/3/1986 laura'])
    assert.equal((await names(q)).length, 1, q);
  assert.deepEqual(await names('3/14/1986'), ['Laura Bennett']);
  assert.deepEqual(await names('14.3.1986'), ['Laura Bennett']);
  assert.deepEqual(await names('laura 14.3.86'), ['Laura Bennett']);
  assert.deepEqual(await names('anna 14.3.1986'), []);
  assert.deepEqual(await names('4711'), ['Ina Schmidtbauer']);
});

test('a renamed person is found by the new name only', async () => {
  await add('Old', 'Quixbury');
  const { patients } = await find('quixbury');
  const url = `/api/v1/clinics/${english.id}/patients/${patients[0]!.id}`;
  const renamed = await app.as(olivia, 'PATCH', url, { revision: 1, familyName: 'Vandervelde' });
  assert.equal(renamed.status, 200);
  assert.deepEqual(await names('quixbury'), []);
  assert.deepEqual(await names('vanderv'), ['Old Vandervelde']);
});

test('the hits come page by page, none twice', async () => {
  const seen: string[] = [];
  let page = await find('e');
  for (;;) {
    seen.push(...page.patients.map(({ id }) => id));
    if (page.nextCursor === null) break;
    const next = await app.as(
      olivia,
      'GET',
      `/api/v1/clinics/${english.id}/patients?q=e&limit=5&cursor=${page.nextCursor}`,
    );
    page = (await next.json()) as PatientPage;
  }
  assert.equal(new Set(seen).size, seen.length);
});

test('absurd searches find nothing and break nothing; nor does another clinic’s name', async () => {
  for (const q of [
    '%',
    "'; DROP TABLE patients",
    '\\',
    '\u{10FFFF}',
    '((((',
    'x'.repeat(100),
    '00000000000000000000',
  ])
    assert.deepEqual(await names(q), [], q);
  assert.deepEqual((await find('Neumann', miriam, german.id)).patients.length, 3);
  assert.deepEqual(await names('Neumann'), []);
});
