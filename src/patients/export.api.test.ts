import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const daniel = 'daniel.brooks@lakeside.example';
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}/patients`;

const dangerous = ['=1+1', '+cmd', '-2', '@SUM(A1)', '＝1＋1'];
for (const givenName of dangerous) {
  const answer = await app.as(olivia, 'POST', base, {
    givenName,
    familyName: 'Quote "and", comma',
    tags: ['x'],
  });
  assert.equal(answer.status, 201);
}

test('the export holds the filtered list, and nothing in it is a formula', async () => {
  const answer = await app.as(daniel, 'GET', `${base}/export.csv?tag=x&bom=true`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type')!, /^text\/csv/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = parse(Buffer.from(bytes), { columns: true, bom: true }) as Record<string, string>[];
  assert.equal(rows.length, dangerous.length);
  for (const row of rows) {
    assert.equal(row['family_name'], 'Quote "and", comma');
    for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t＝]/);
  }
});

test('the whole list goes out, for managers only, and the log says so', async () => {
  const answer = await app.as(daniel, 'GET', `${base}/export.csv`);
  assert.equal(parse(await answer.text(), { columns: true }).length, 12 + dangerous.length);
  assert.equal((await app.as(olivia, 'GET', `${base}/export.csv`)).status, 403);
  const there = `/api/v1/clinics/${german.id}/patients/export.csv`;
  assert.equal((await app.as(daniel, 'GET', there)).status, 404);
});

test('a person takes along everything as FHIR', async () => {
  const { patients } = (await (await app.as(daniel, 'GET', `${base}?q=ben bennett`)).json()) as {
    patients: { id: string }[];
  };
  const url = `${base}/${patients[0]!.id}`;
  await app.as(olivia, 'POST', `${url}/notes`, { body: 'Afraid of needles' });
  const answer = await app.as(daniel, 'GET', `${url}/fhir`);
  assert.equal(answer.status, 200);
  const bundle = (await answer.json()) as { entry: { fullUrl: string; resource: Record<string, unknown> }[] };
  const kinds = Map.groupBy(bundle.entry, ({ resource }) => resource['resourceType']);
  const patient = kinds.get('Patient')![0]!.resource;
  assert.deepEqual(patient['name'], [
    { use: 'official', text: 'Ben Bennett', family: 'Bennett', given: ['Ben'] },
  ]);
  assert.equal(kinds.get('RelatedPerson')?.length, 1);
  assert.ok(kinds.has('Appointment'));
  assert.deepEqual(kinds.get('Communication')![0]!.resource['payload'], [
    { contentString: 'Afraid of needles' },
  ]);
  assert.equal(new Set(bundle.entry.map(({ fullUrl }) => fullUrl)).size, bundle.entry.length);
  assert.equal((await app.as(olivia, 'GET', `${url}/fhir`)).status, 403);
});
