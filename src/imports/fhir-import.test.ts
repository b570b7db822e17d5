import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { oddBundle } from '../../test/fixtures/odd-bundle.ts';
import { importsIn } from './import-on-trial.ts';
import type { ImportView } from './rules/import-views.ts';

const app = await startDemoApp();
const imports = importsIn(app, app.clinics[0].id, 'daniel.brooks@lakeside.example');
const asked = <T>(query: string) =>
  imports.inClinic(async (trx) => (await sql.raw<T>(query).execute(trx)).rows);
let first: ImportView;

test('a bundle in any order goes in, in the order that its references need', async () => {
  const one = await imports.read(JSON.stringify(oddBundle), 'bundle.json');
  assert.equal(one.kind, 'fhir');
  assert.deepEqual(one.profile.resources, {
    Appointment: 8,
    RelatedPerson: 3,
    Observation: 1,
    Condition: 1,
    Patient: 5,
    Practitioner: 2,
  });
  first = await imports.run(one.id);
  const { tally } = first;
  assert.deepEqual(
    [tally.added, tally.guardians, tally.practitioners, tally.appointments, tally.refused, tally.trimmed],
    [4, 1, 2, 4, 7, 1],
  );
});

test('each refusal names its reason', async () => {
  const findings = await imports.findings(first.id);
  assert.deepEqual(
    findings.map(({ row, faults }) => [row, ...faults.map(({ code }) => code)]),
    [
      [2, 'start-missing', 'practitioner-missing'],
      [6, 'patient-unknown'],
      [7, 'time-wrong'],
      [8, 'marked-wrong', 'patient-missing', 'practitioner-missing'],
      [10, 'patient-unknown'],
      [11, 'not-a-guardian'],
      [15, 'number-impossible'],
      [17, 'name-missing'],
    ],
  );
});

test('the official name, the numbers in use, no identity documents, the present address', async () => {
  const [anna] = await asked<Record<string, unknown>>(`SELECT p.*, p.birth_date::text AS born,
      ARRAY(SELECT phone_number FROM patient_phone_numbers n WHERE n.patient_id = p.id ORDER BY preferred DESC) AS numbers,
      ARRAY(SELECT email FROM patient_emails e WHERE e.patient_id = p.id) AS emails,
      ARRAY(SELECT value FROM patient_identifiers i WHERE i.patient_id = p.id) AS ids,
      (SELECT body FROM patient_notes n WHERE n.patient_id = p.id) AS note
    FROM patients p WHERE given_name = 'Anna Maria'`);
  assert.equal(anna?.['family_name'], 'Kling');
  assert.equal(anna?.['salutation'], 'Dr.');
  assert.equal(anna?.['born'], '1984-07-02');
  assert.deepEqual(anna?.['numbers'], ['+13125550101', '+15557677476']);
  assert.deepEqual(anna?.['emails'], ['anna.kling@example.org']);
  assert.deepEqual(anna?.['ids'], ['MR-1']);
  assert.equal(anna?.['city'], 'Wilmington');
  assert.equal(anna?.['language'], 'en');
  assert.equal(anna?.['note'], 'Bob Kling (Emergency) 312 555 0777');
});

test('appointments find their patient and practitioner by every kind of reference', async () => {
  const rows = await asked(`SELECT i.value, p.given_name AS patient, d.name AS practitioner, a.status,
      to_char(a.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS start, extract(epoch FROM a.ends_at - a.starts_at)::int / 60 AS minutes
    FROM appointment_identifiers i JOIN appointments a ON a.id = i.appointment_id
    JOIN patients p ON p.id = a.patient_id JOIN practitioners d ON d.id = a.practitioner_id ORDER BY i.value`);
  assert.deepEqual(rows, [
    {
      value: '2docs',
      patient: 'Peter James',
      practitioner: 'Dr Adam Careful',
      status: 'booked',
      start: '2013-12-09 09:00',
      minutes: 120,
    },
    {
      value: 'absolute',
      patient: 'Ben',
      practitioner: 'Emily Novak',
      status: 'completed',
      start: '2026-11-03 10:00',
      minutes: 30,
    },
    {
      value: 'contained',
      patient: 'Anna Maria',
      practitioner: 'Ira Hold',
      status: 'no-show',
      start: '2026-11-02 09:00',
      minutes: 45,
    },
    {
      value: 'example',
      patient: 'Peter James',
      practitioner: 'Dr Adam Careful',
      status: 'booked',
      start: '2013-12-10 09:00',
      minutes: 120,
    },
  ]);
});

test('a related person who answers for the child becomes the guardian; the deceased are archived', async () => {
  const guardians =
    await asked(`SELECT c.given_name AS child, g.given_name AS guardian, r.relation FROM patient_guardians r
    JOIN patients c ON c.id = r.patient_id JOIN patients g ON g.id = r.guardian_id WHERE g.given_name = 'Mia'`);
  assert.deepEqual(guardians, [{ child: 'Ben', guardian: 'Mia', relation: 'mother' }]);
  const [gone] = (await imports.patients()).filter(({ family_name }) => family_name === 'Abbott');
  assert.notEqual(gone?.archived_at, null);
});

test('the same bundle again, as lines, doubles nobody and no appointment', async () => {
  const before = (await imports.patients()).length;
  const lines = oddBundle.entry.map(({ resource }) => JSON.stringify(resource)).join('\n');
  const one = await imports.run((await imports.read(lines, 'export.ndjson')).id);
  assert.deepEqual(
    [one.tally.added, one.tally.appointments],
    [0, 2],
    'two more are named only by urn:uuid or address',
  );
  assert.equal((await imports.patients()).length, before);
  const [{ count }] = (await asked<{ count: number }>(
    'SELECT count(*) AS count FROM appointment_identifiers',
  )) as [{ count: number }];
  assert.equal(count, 4);
});

test('numbers without a country code are of the country that somebody lives in', async () => {
  const peter = {
    resourceType: 'Patient',
    name: [{ family: 'Erewhon', given: ['Peter'] }],
    telecom: [{ system: 'phone', value: '(03) 5555 6473', use: 'work' }],
    communication: [
      { language: { coding: [{ code: 'en-AU' }] } },
      { language: { coding: [{ code: 'fr' }] } },
    ],
    contact: [
      {
        name: { family: 'du Marché', given: ['Bénédicte'] },
        telecom: [{ system: 'phone', value: '+33 (237) 998327' }],
      },
    ],
  };
  const at = (country: string) => JSON.stringify({ ...peter, address: [{ city: 'PleasantVille', country }] });
  const abroad = await imports.run((await imports.read(at('AU'), 'peter.json')).id);
  assert.deepEqual([abroad.tally.added, abroad.tally.trimmed], [1, 0]);
  const [found] = await asked<
    Record<string, unknown>
  >(`SELECT n.phone_number AS number, p.language, p.spoken_languages AS others,
      (SELECT body FROM patient_notes o WHERE o.patient_id = p.id) AS note
    FROM patients p JOIN patient_phone_numbers n ON n.patient_id = p.id WHERE family_name = 'Erewhon'`);
  assert.deepEqual(found, {
    number: '+61355556473',
    language: 'en',
    others: ['fr'],
    note: 'Bénédicte du Marché (contact) +33 (237) 998327',
  });
  const here = await imports.run((await imports.read(at('US'), 'peter.json')).id);
  assert.deepEqual(here.tally.reasons, { 'number-impossible': 1 }, 'no number in America begins with 03');
});

test('a file that ends in the middle is refused whole', async () => {
  const text = JSON.stringify(oddBundle);
  const one = await imports.read(text.slice(0, text.length - 300), 'cut.json');
  assert.deepEqual([one.status, one.fault], ['unreadable', 'json-broken']);
});

test('a bundle with nothing to import says so; one broken record does not spoil the others', async () => {
  const none = await imports.read(
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Observation"}}]}',
  );
  assert.equal(none.fault, 'no-patients');
  const one = await imports.read(
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient",,}},{"resource":{"resourceType":"Patient","name":[{"family":"Wholesome"}]}}]}',
  );
  const { tally } = await imports.run(one.id);
  assert.deepEqual([tally.added, tally.refused, tally.reasons], [1, 1, { 'not-readable': 1 }]);
});
