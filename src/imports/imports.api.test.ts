import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { importsIn } from './import-on-trial.ts';
import type { ImportView, Preview } from './rules/import-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const imports = importsIn(app, english.id, manager);

const csv = [
  'Last name,First name,DOB,Mobile,E-mail,Patient no',
  'Fletcher,Ada,03/14/1980,(312) 555-0142,ada@example.org,A-1',
  'Grant,Bill,12/31/1975,312.555.0143,,A-2',
  'Hopper,Carl,not a date,312 555 0144,,A-3',
  ',Nameless,01/02/1990,,,A-4',
  '',
].join('\r\n');

test('a CSV file goes in: columns guessed, previewed, imported, refused rows explained', async () => {
  const one = await imports.read(csv);
  assert.equal(one.status, 'ready');
  assert.deepEqual(one.mapping, ['familyName', 'givenName', 'birthDate', 'mobile', 'email', 'patientNumber']);
  assert.deepEqual(one.format, { encoding: 'utf-8', delimiter: ',', hasHeader: true });
  const { rows } = await imports.get<Preview>(`/${one.id}/preview`);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['add', 'add', 'refuse', 'refuse'],
  );
  const before = (await imports.patients()).length;
  const done = await imports.run(one.id);
  assert.equal(done.status, 'done');
  assert.deepEqual([done.tally.added, done.tally.refused, done.rowsDone], [2, 2, 4]);
  const patients = await imports.patients();
  assert.equal(patients.length, before + 2);
  assert.equal(patients.find(({ family_name }) => family_name === 'Fletcher')?.birth_date, '1980-03-14');
  const findings = await imports.findings(one.id);
  assert.deepEqual(
    findings.map(({ row, faults }) => [row, faults[0]?.code]),
    [
      [4, 'birth-date-wrong'],
      [5, 'name-missing'],
    ],
  );
});

test('the same file again changes nothing, and its mapping is remembered', async () => {
  const before = (await imports.patients()).length;
  const one = await imports.read(csv);
  assert.equal(one.remembered, true);
  const done = await imports.run(one.id);
  assert.deepEqual([done.tally.added, done.tally.updated], [0, 2]);
  assert.equal((await imports.patients()).length, before);
});

test('the mended report can be imported again as it is', async () => {
  const one = await imports.read('Last name,First name,Mobile\n"=cmd|"" /C calc""!A0",Eve,+1 312 555 0190\n');
  const done = await imports.run(one.id);
  assert.equal(done.tally.refused, 1);
  const file = await (await app.as(manager, 'GET', imports.path(`/${one.id}/findings.csv`))).text();
  assert.ok(file.includes(`"'=cmd|"" /C calc""!A0"`), file);
  assert.ok(file.includes("'+1 312 555 0190"), file);
  assert.ok(file.includes('name-formula'));
  const again = await imports.read(file.replace(`"'=cmd|"" /C calc""!A0"`, 'Mended'));
  assert.equal((await imports.run(again.id)).tally.added, 1);
});

test('a zipped upload is the same file', async () => {
  const answer = await imports.upload(gzipSync(Buffer.from(csv)), 'zipped.csv', {
    'content-encoding': 'gzip',
  });
  assert.equal(answer.status, 201);
  assert.equal(((await answer.json()) as ImportView).bytes, Buffer.byteLength(csv));
});

test('an upload that is not zipped as it says leaves nothing', async () => {
  const answer = await imports.upload('not gzip', 'zipped.csv', { 'content-encoding': 'gzip' });
  assert.equal(answer.status, 400);
  const { items } = await imports.get<{ items: ImportView[] }>('');
  assert.ok(items.every(({ status }) => status !== 'uploading'));
});

test('a spreadsheet, a PDF and nothing at all are refused as files, in a word', async () => {
  const faults = [];
  for (const content of ['PK\u0003\u0004rest', '%PDF-1.7', ''])
    faults.push((await imports.read(content)).fault);
  assert.deepEqual(faults, ['spreadsheet', 'not-text', 'empty']);
});

test('only managers import, only in their clinic', async () => {
  const one = await imports.read(csv);
  const receptionist = 'olivia.martin@lakeside.example';
  const stranger = 'stefan.krueger@praxis-am-park.example';
  for (const rest of [
    '',
    `/${one.id}`,
    `/${one.id}/preview`,
    `/${one.id}/findings`,
    `/${one.id}/findings.csv`,
  ]) {
    assert.equal((await app.as(receptionist, 'GET', imports.path(rest))).status, 403, rest);
    assert.equal((await app.as(stranger, 'GET', imports.path(rest))).status, 404, rest);
  }
  const foreign = importsIn(app, german.id, stranger);
  for (const [method, rest] of [
    ['GET', ''],
    ['GET', '/preview'],
    ['POST', '/start'],
    ['POST', '/undo'],
    ['DELETE', ''],
  ] as const)
    assert.equal((await app.as(stranger, method, foreign.path(`/${one.id}${rest}`))).status, 404, rest);
});

test('what cannot be done now is said so', async () => {
  const one = await imports.read(csv);
  assert.equal((await app.as(manager, 'POST', imports.path(`/${one.id}/undo`))).status, 409);
  assert.equal((await imports.change(one.id, { mapping: ['ignore'] })).status, 400);
  await imports.change(one.id, { mapping: Array.from({ length: 6 }, () => 'ignore' as const) });
  assert.equal((await app.as(manager, 'POST', imports.path(`/${one.id}/start`))).status, 400);
  assert.equal(
    (
      await app.as(
        manager,
        'GET',
        imports.path('?cursor=2026-99-99T00:00:00Z_00000000-0000-0000-0000-000000000000'),
      )
    ).status,
    400,
  );
});
