import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { inClinic } from '../../platform/database/database.ts';
import { startDemoApp } from '../../../test/fixtures/demo-app.ts';
import {
  exampleDraft,
  type TemplatePage,
  type TemplatePreview,
  type TemplateView,
} from '../rules/template-views.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'margaret.chen@lakeside.example';
const ask = async (method: string, path: string, body?: unknown, as = manager) => {
  const answer = await app.as(as, method, `/api/v1/clinics/${clinic.id}${path}`, body);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
};
const add = async (more: object = {}) =>
  ask('POST', '/templates', { ...exampleDraft, name: randomUUID(), ...more });
const patients = await inClinic(app.database, clinic.id, (trx) =>
  trx.selectFrom('patients').select(['id', 'given_name as name']).execute(),
);
const preview = async (body: string, more: object = {}) => {
  const answer = await ask('POST', '/templates/preview', {
    channel: 'sms',
    about: 'appointment',
    texts: { en: { subject: null, body } },
    ...more,
  });
  assert.equal(answer.status, 200);
  return (answer.body as TemplatePreview).en!;
};

test('a template is kept in versions; who saves on an old one is told', async () => {
  const added = (await add({ name: 'Reminder' })).body as TemplateView;
  assert.deepEqual([added.version, added.revision, added.updatedBy], [1, 1, 'Margaret Chen']);
  const { name, purpose, about } = exampleDraft;
  const change = {
    name,
    purpose,
    about,
    texts: { en: { subject: null, body: 'Hello {{ patient.first_name }}' } },
  };
  const saved = await ask('PUT', `/templates/${added.id}`, { ...change, revision: 1 });
  assert.deepEqual([(saved.body as TemplateView).version, (saved.body as TemplateView).revision], [2, 2]);
  assert.equal((await ask('PUT', `/templates/${added.id}`, { ...change, revision: 1 })).status, 409);
  assert.equal((await add({ name: ' reMINDER, two days before ' })).status, 409, 'one name is one template');
  assert.equal((await ask('DELETE', `/templates/${added.id}`)).status, 204);
  assert.equal((await ask('DELETE', `/templates/${added.id}`)).status, 404);
  const { items } = (await ask('GET', '/templates')).body as TemplatePage;
  assert.ok(!items.some(({ id }) => id === added.id));
});

test('what could not be filled in is refused when it is saved', async () => {
  const texts = (body: string) => ({ texts: { en: { subject: null, body } } });
  for (const body of [
    'Hello {{ patient.name }}',
    'Hello {{ nobody }}',
    'Hello {{ patient.first_name | shout }}',
    'Hello {% if patient.first_name %}',
    '{% include "secrets" %}',
    '{{ patient.constructor }}',
  ])
    assert.equal((await add(texts(body))).status, 400, body);
  assert.equal((await add({ about: 'patient' })).status, 400, 'no appointment, no time of it');
  assert.equal((await add({ texts: {} })).status, 400);
  assert.equal(
    (await add(texts('Hello {% if recipient.salutation != "" %}{{ recipient.salutation }}{% endif %}')))
      .status,
    201,
  );
});

test('the preview names a real patient, the one who receives it, and what it costs', async () => {
  const anna = patients.find(({ name }) => name === 'Anna')!.id;
  const filled = await preview(
    'Hello {{ recipient.first_name }}, {{ patient.first_name }}! {{ clinic.name }}',
    { patientId: anna },
  );
  assert.equal(filled.body, 'Hello Laura, Annie! Lakeside Dental');
  assert.deepEqual(
    [filled.segments, filled.encoding, filled.priceMicros, filled.faults],
    [1, 'GSM-7', 8300, []],
  );
  const costly = await preview('{{ patient.first_name }} 😬'.padEnd(150, '.'));
  assert.deepEqual([costly.segments, costly.encoding, costly.priceMicros], [2, 'UCS-2', 16_600]);
  assert.equal(
    (await ask('POST', '/templates/preview', { ...exampleDraft, patientId: randomUUID() })).status,
    404,
  );
});

test('the preview says what is wrong', async () => {
  assert.deepEqual((await preview('{{ patient.name }}')).faults, [
    { fault: 'unknown-variable', variable: 'patient.name' },
  ]);
  assert.equal((await preview('{% if %}')).faults[0]?.fault, 'cannot-be-read');
  assert.equal((await preview('x'.repeat(1601))).faults[0]?.fault, 'too-long');
});

test('receptionists read, managers write, other clinics find nothing', async () => {
  const { id } = (await add()).body as TemplateView;
  const emails = await app.database
    .selectFrom('clinic_members as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['u.email', 'm.role', 'm.clinic_id as clinicId'])
    .execute();
  const who = (role: string, of: string) =>
    emails.find((each) => each.role === role && each.clinicId === of)!.email;
  const receptionist = who('receptionist', clinic.id);
  assert.equal((await ask('GET', `/templates/${id}`, undefined, receptionist)).status, 200);
  assert.equal((await ask('DELETE', `/templates/${id}`, undefined, receptionist)).status, 403);
  const foreign = await app.as(
    who('owner', german.id),
    'GET',
    `/api/v1/clinics/${german.id}/templates/${id}`,
  );
  assert.equal(foreign.status, 404);
});
