import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { eventsSince } from '../../test/fixtures/events-since.ts';
import type { AppointmentView } from '../appointments/rules/appointment-views.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import { cloudEventExamples } from './rules/cloud-event.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;
const source = 'https://practice.example/fhir';

type Answer = {
  status: number;
  body: Record<string, unknown> & { id?: string; outcome?: string; code?: string };
};
type Results = { results: { id: string | null; outcome: string; fault: string | null }[] };

const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  const answer = await fetch(`${app.url}${base}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await app.tokenOf(olivia)}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
};
const resultsOf = ({ status, body }: Answer): Results['results'] => {
  assert.equal(status, 200, JSON.stringify(body));
  return (body as unknown as Results).results;
};
const newEvents = (): Promise<RecordedEvent[]> => eventsSince(app.database, english.id, app.clock.now());
const kindsSince = async (): Promise<string[]> => (await newEvents()).map(({ kind }) => kind);

const anna = {
  resourceType: 'Patient',
  id: '1042',
  meta: { source },
  identifier: [{ system: 'https://practice.example', value: 'P-1042' }],
  name: [{ use: 'official', family: 'Lindqvist', given: ['Anna'] }],
  birthDate: '2014-07-02',
  telecom: [{ system: 'phone', use: 'mobile', value: '(312) 555-0178' }],
};
const visit = {
  resourceType: 'Appointment',
  id: '77',
  meta: { source },
  identifier: [{ system: 'https://practice.example', value: 'A-77' }],
  status: 'booked',
  description: 'Check-up',
  start: '2026-12-01T15:15:00Z',
  end: '2026-12-01T15:45:00Z',
  participant: [
    { actor: { reference: 'Patient/1042' }, status: 'accepted' },
    { actor: { reference: 'Practitioner/7', display: 'Dr. Iris Novak' }, status: 'accepted' },
  ],
};
const fhir = { 'content-type': 'application/fhir+json' };
const event = (id: string, type: string, data: object) => ({ specversion: '1.0', id, source, type, data });
const patient = { system: 'https://practice.example', value: 'P-1042' };
const appointment = { system: 'https://practice.example', value: 'A-77' };
const payment = { patient, amountCents: 12_500, currency: 'USD' };

test('a patient and their appointment arrive, change, and arrive again without a trace', async () => {
  await newEvents();
  const added = await post('/fhir/Patient', anna, fhir);
  assert.equal(added.body.outcome, 'added', JSON.stringify(added.body));
  assert.equal((await post('/fhir/Patient', anna, fhir)).body.id, added.body.id);
  const made = await post('/fhir/Appointment', visit, fhir);
  assert.equal(made.body.outcome, 'added', JSON.stringify(made.body));
  assert.equal((await post('/fhir/Appointment', visit)).body.outcome, 'unchanged');
  const moved = { ...visit, start: '2026-12-02T15:15:00Z', end: '2026-12-02T15:45:00Z' };
  assert.equal((await post('/fhir/Appointment', moved)).body.outcome, 'updated');
  assert.deepEqual(await kindsSince(), [
    'PATIENT_CREATED',
    'APPOINTMENT_SCHEDULED',
    'APPOINTMENT_RESCHEDULED',
  ]);
  const shown = await app.as(olivia, 'GET', `${base}/appointments/${made.body.id}`);
  const { startsAt, practitioner, patient: whose } = (await shown.json()) as AppointmentView;
  assert.deepEqual([startsAt, practitioner.name, whose.id], [moved.start, 'Dr. Iris Novak', added.body.id]);
});

test('the same new appointment from many at once is one', async () => {
  const twin = {
    ...visit,
    id: '78',
    identifier: [],
    start: '2026-12-03T15:15:00Z',
    end: '2026-12-03T15:45:00Z',
  };
  const answers = await Promise.all([1, 2, 3, 4].map(() => post('/fhir/Appointment', twin)));
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  assert.deepEqual(await kindsSince(), ['APPOINTMENT_SCHEDULED']);
});

test('"booked" again does not take back what the patient has confirmed here', async () => {
  const { body } = await post('/fhir/Appointment', visit);
  const at = `${base}/appointments/${body.id}`;
  const before = (await (await app.as(olivia, 'GET', at)).json()) as AppointmentView;
  await app.as(olivia, 'PUT', `${at}/status`, { revision: before.revision, status: 'confirmed' });
  assert.equal((await post('/fhir/Appointment', visit)).body.outcome, 'unchanged');
  await newEvents();
});

test('what is not FHIR, or about nobody, is refused by name', async () => {
  for (const [path, body] of [
    ['Patient', { resourceType: 'Appointment' }],
    ['Patient', { resourceType: 'Patient', name: 'Anna' }],
    ['Appointment', { ...visit, id: '79', identifier: [], participant: visit.participant.slice(1) }],
    ['Appointment', { ...visit, id: '79', identifier: [], status: 'entered-in-error' }],
    [
      'Appointment',
      { ...visit, participant: [{ actor: { reference: 'Patient/nobody' } }, visit.participant[1]] },
    ],
    ['Appointment', []],
  ] as const) {
    const { status, body: problem } = await post(`/fhir/${path}`, body);
    assert.deepEqual([status, problem.code], [400, 'invalid'], JSON.stringify(problem));
  }
  assert.deepEqual(await kindsSince(), []);
});

test('structured, binary and batched events are recorded once, however often they come', async () => {
  const one = event('pay-1', 'PAYMENT_FAILED', payment);
  const structured = { 'content-type': 'application/cloudevents+json' };
  const sent = await Promise.all([1, 2, 3].map(() => post('/events', one, structured)));
  const outcomes = sent.map((answer) => resultsOf(answer)[0]?.outcome ?? '').sort();
  assert.deepEqual(outcomes, ['known', 'known', 'recorded']);
  const headers = {
    'ce-specversion': '1.0',
    'ce-id': 'pay-2',
    'ce-source': source,
    'ce-type': 'PAYMENT_RECEIVED',
  };
  assert.equal(resultsOf(await post('/events', payment, headers))[0]?.outcome, 'recorded');
  const batch = await post(
    '/events',
    [one, event('plan-1', 'TREATMENT_PLAN_CREATED', { patient, name: 'Aligners' }), { nonsense: true }],
    { 'content-type': 'application/cloudevents-batch+json' },
  );
  assert.deepEqual(
    resultsOf(batch).map(({ id, outcome }) => [id, outcome]),
    [
      ['pay-1', 'known'],
      ['plan-1', 'recorded'],
      [null, 'refused'],
    ],
  );
  const events = await newEvents();
  assert.deepEqual(
    events.map(({ kind, externalId }) => [kind, externalId]),
    [
      ['PAYMENT_FAILED', 'pay-1'],
      ['PAYMENT_RECEIVED', 'pay-2'],
      ['TREATMENT_PLAN_CREATED', 'plan-1'],
    ],
  );
  assert.ok(events.every(({ patientId }) => patientId !== null));
});

test('an event of an appointment changes the book, and what is so already is no news', async () => {
  const { body } = await post('/fhir/Appointment', visit);
  const cancelled = event('c-1', 'APPOINTMENT_CANCELLED', {
    appointment,
    startsAt: visit.start,
    endsAt: visit.end,
    cancelledBy: 'patient',
  });
  assert.equal(resultsOf(await post('/events', cancelled))[0]?.outcome, 'recorded');
  assert.equal(resultsOf(await post('/events', { ...cancelled, id: 'c-2' }))[0]?.outcome, 'known');
  const shown = await app.as(olivia, 'GET', `${base}/appointments/${body.id}`);
  const { status, cancelledBy } = (await shown.json()) as AppointmentView;
  assert.deepEqual([status, cancelledBy], ['cancelled', 'patient']);
  const [recorded] = await newEvents();
  assert.deepEqual(
    [recorded?.kind, recorded?.source, recorded?.externalId],
    ['APPOINTMENT_CANCELLED', source, 'c-1'],
  );
});

test('events that are wrong, about nobody, or ours alone are refused', async () => {
  const refused = async (body: unknown): Promise<unknown> => {
    const { status, body: problem } = await post('/events', body);
    return [status, problem.code];
  };
  const invalid = [400, 'invalid'];
  assert.deepEqual(await refused(event('x', 'INCOMING_CALL', { patient })), invalid);
  assert.deepEqual(await refused(event('x', 'SOMETHING', {})), invalid);
  assert.deepEqual(await refused(event('x', 'PAYMENT_DUE', { patient })), invalid);
  assert.deepEqual(await refused(event('x', 'PAYMENT_DUE', { ...payment, patient: undefined })), invalid);
  assert.deepEqual(await refused({ ...event('x', 'PAYMENT_DUE', payment), source: 'frontdesk' }), invalid);
  assert.deepEqual(await refused(event('x', 'TREATMENT_STARTED', { patient, name: 'a\u0000b' })), invalid);
  assert.deepEqual(await refused(event('x', 'TREATMENT_STARTED', { patient, name: '\ud800' })), invalid);
  const nobody = { ...payment, patient: { id: randomUUIDv7() } };
  assert.deepEqual(await refused(event('x', 'PAYMENT_DUE', nobody)), [404, 'not-found']);
  assert.deepEqual(await kindsSince(), []);
});

test('a key with events:write sends events and nothing else, in its own clinic only', async () => {
  const made = await app.as('daniel.brooks@lakeside.example', 'POST', `${base}/api-keys`, {
    name: 'Practice system',
    scopes: ['events:write'],
    expiresInDays: null,
  });
  const { key } = (await made.json()) as { key: string };
  const withKey = (path: string, body: unknown) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  assert.equal((await withKey(`${base}/events`, event('k-1', 'PAYMENT_DUE', payment))).status, 200);
  assert.equal((await withKey(`${base}/fhir/Patient`, anna)).status, 403);
  assert.equal(
    (await withKey(`/api/v1/clinics/${german.id}/events`, event('k-1', 'PAYMENT_DUE', payment))).status,
    401,
  );
});

test('every example of the documentation is one that its schemas take', async () => {
  assert.equal(cloudEventExamples.length, 17);
  const results = resultsOf(await post('/events', cloudEventExamples));
  for (const { id, outcome, fault } of results)
    assert.ok(outcome !== 'refused' || /none of that id/.test(fault ?? ''), `${id}: ${fault}`);
});

test('an address with letters beyond English arrives, is shown, and can be saved again', async () => {
  const email = 'jörg+praxis=1@müller.de';
  const name = [{ use: 'official', family: 'Müller', given: ['Jörg'] }];
  const jorg = { ...anna, id: '1050', identifier: [], name, telecom: [{ system: 'email', value: email }] };
  const { body } = await post('/fhir/Patient', jorg, fhir);
  assert.equal(body.outcome, 'added', JSON.stringify(body));
  const path = `${base}/patients/${body.id}`;
  const shown = await app.as(olivia, 'GET', path);
  assert.equal(shown.status, 200);
  const { emails, revision } = (await shown.json()) as { emails: unknown; revision: number };
  assert.deepEqual(emails, [{ email, preferred: true }]);
  assert.equal((await app.as(olivia, 'PATCH', path, { revision, emails })).status, 200);
  // Two addresses in one would be two mails.
  for (const odd of ['a@b.example,c@d.example', 'a@b.example;d.example', '<a@b.example>', 'a b@c.example'])
    assert.equal(
      (await app.as(olivia, 'PATCH', path, { revision: revision + 1, emails: [{ email: odd }] })).status,
      400,
      odd,
    );
});
