import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { eventsSince } from '../../test/fixtures/events-since.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type {
  AppointmentPage,
  AppointmentTypeView,
  AppointmentView,
  ChangedAppointment,
  PractitionerView,
} from './rules/appointment-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;

const ask = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
  const answer = await app.as(olivia, method, `${base}${path}`, body);
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as T;
};
const { patients } = await ask<{ patients: { id: string }[] }>('GET', '/patients?limit=5');
const { practitioners } = await ask<{ practitioners: PractitionerView[] }>('GET', '/practitioners');
const [patient, other] = patients as [{ id: string }, { id: string }];
const [chen, okafor] = practitioners as [PractitionerView, PractitionerView];
const startsAt = '2026-12-02T15:00:00Z';
const booking = { patientId: patient.id, practitionerId: chen.id, startsAt, reason: 'Check-up' };
const book = (more: object = {}) =>
  ask<ChangedAppointment>('POST', '/appointments', { ...booking, ...more }, 201);
const newEvents = (): Promise<RecordedEvent[]> => eventsSince(app.database, english.id, app.clock.now());

test('an appointment lives from making to completion, each change with its event', async () => {
  await newEvents();
  const { appointment: made } = await book();
  assert.equal(made.endsAt, '2026-12-02T15:30:00Z');
  assert.equal(made.status, 'booked');
  const at = `/appointments/${made.id}`;
  const confirmed = await ask<AppointmentView>('PUT', `${at}/status`, { revision: 1, status: 'confirmed' });
  assert.deepEqual([confirmed.status, confirmed.revision], ['confirmed', 2]);
  const { appointment: moved } = await ask<ChangedAppointment>('PATCH', at, {
    revision: 2,
    startsAt: '2026-11-20T14:00:00Z',
    practitionerId: okafor.id,
  });
  assert.deepEqual(
    [moved.status, moved.endsAt, moved.practitioner.id],
    ['booked', '2026-11-20T14:30:00Z', okafor.id],
  );
  await ask('PUT', `${at}/status`, { revision: 3, status: 'checked-in' });
  await ask('PUT', `${at}/status`, { revision: 4, status: 'completed' });
  const events = await newEvents();
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['APPOINTMENT_SCHEDULED', 'APPOINTMENT_RESCHEDULED', 'APPOINTMENT_COMPLETED'],
  );
  const [, rescheduled] = events;
  assert.ok(rescheduled?.kind === 'APPOINTMENT_RESCHEDULED');
  assert.equal(rescheduled.payload.previousStartsAt, startsAt);
  assert.equal(rescheduled.payload.previousPractitionerId, chen.id);
  assert.deepEqual([rescheduled.patientId, rescheduled.appointmentId], [patient.id, made.id]);
});

test('the same status again is no news, and a cancellation says who wanted it', async () => {
  const { appointment } = await book({ startsAt: '2026-12-03T15:00:00Z' });
  await newEvents();
  const at = `/appointments/${appointment.id}/status`;
  const wish = { revision: 1, status: 'cancelled', cancelledBy: 'patient' };
  const cancelled = await ask<AppointmentView>('PUT', at, wish);
  assert.equal(cancelled.cancelledBy, 'patient');
  assert.equal((await ask<AppointmentView>('PUT', at, wish)).revision, 2);
  const events = await newEvents();
  assert.equal(events.length, 1);
  assert.ok(events[0]?.kind === 'APPOINTMENT_CANCELLED' && events[0].payload.cancelledBy === 'patient');
  const move = { revision: 2, startsAt: '2026-12-04T15:00:00Z' };
  const refused = await ask<{ code: string }>('PATCH', `/appointments/${appointment.id}`, move, 409);
  assert.equal(refused.code, 'appointment-over');
  const restored = await ask<AppointmentView>('PUT', at, { revision: 2, status: 'booked' });
  assert.equal(restored.cancelledBy, null);
});

test('of many who move one appointment at once, one does', async () => {
  const { appointment } = await book({ startsAt: '2026-12-04T15:00:00Z' });
  await newEvents();
  const answers = await Promise.all(
    [16, 17, 18, 19, 20].map((hour) =>
      app.as(olivia, 'PATCH', `${base}/appointments/${appointment.id}`, {
        revision: 1,
        startsAt: `2026-12-04T${hour}:00:00Z`,
      }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409, 409],
  );
  assert.equal((await newEvents()).length, 1);
});

test('what stands at that time already is a warning', async () => {
  const day = '2026-12-07T';
  await book({ startsAt: `${day}15:00:00Z`, endsAt: `${day}16:00:00Z` });
  const atSame = await book({ startsAt: `${day}15:30:00Z`, patientId: other.id });
  assert.deepEqual(
    atSame.overlaps.map(({ of }) => of),
    ['practitioner'],
  );
  const inTwoRooms = await book({ startsAt: `${day}15:45:00Z`, practitionerId: okafor.id });
  assert.deepEqual(
    inTwoRooms.overlaps.map(({ of }) => of),
    ['patient'],
  );
  assert.deepEqual((await book({ startsAt: `${day}16:00:00Z`, patientId: other.id })).overlaps, []);
});

test('the book is read by days of the clinic, page by page', async () => {
  const ids: string[] = [];
  for (const time of ['2026-12-10T05:30:00Z', '2026-12-10T06:00:00Z', '2026-12-11T05:59:00Z'])
    ids.push((await book({ startsAt: time })).appointment.id);
  const days = '/appointments?from=2026-12-10&to=2026-12-10&limit=1';
  const first = await ask<AppointmentPage>('GET', days);
  const second = await ask<AppointmentPage>('GET', `${days}&cursor=${first.nextCursor}`);
  assert.deepEqual(
    [...first.appointments, ...second.appointments].map(({ id }) => id),
    ids.slice(1),
  );
  assert.equal(second.nextCursor, null);
  assert.equal(first.timeZone, 'America/Chicago');
  for (const bad of ['from=2026-12-10&to=2026-12-09', 'from=2026-01-01&to=2026-12-31', 'from=x&to=y'])
    await ask('GET', `/appointments?${bad}`, undefined, 400);
  await ask('GET', `${days}&cursor=nowhere`, undefined, 400);
});

test('another clinic’s people, calendars and appointments are not there', async () => {
  const elsewhere = `/api/v1/clinics/${german.id}`;
  const inGerman = async <T>(path: string) =>
    (await (
      await app.as('miriam.schaefer@praxis-am-park.example', 'GET', `${elsewhere}${path}`)
    ).json()) as T;
  const known = await inGerman<{ patients?: { id: string }[] }>('/patients?limit=1');
  const foreign = known.patients?.[0]?.id ?? randomUUIDv7();
  await ask('POST', '/appointments', { ...booking, patientId: foreign }, 404);
  await ask('POST', '/appointments', { ...booking, practitionerId: randomUUIDv7() }, 404);
  await ask('POST', '/appointments', { ...booking, typeId: randomUUIDv7() }, 404);
  await ask('PUT', `/appointments/${randomUUIDv7()}/status`, { revision: 1, status: 'confirmed' }, 404);
  await ask('POST', '/appointments', { ...booking, endsAt: startsAt }, 400);
});

test('a kind of visit gives length and reason, and keeps its name to itself', async () => {
  const owner = 'daniel.brooks@lakeside.example';
  const make = { name: 'Long cleaning', minutes: 75, colour: 'pink' };
  const answer = await app.as(owner, 'POST', `${base}/appointment-types`, make);
  const type = (await answer.json()) as AppointmentTypeView;
  assert.equal(answer.status, 201, JSON.stringify(type));
  assert.equal((await app.as(owner, 'POST', `${base}/appointment-types`, make)).status, 409);
  assert.equal((await app.as(olivia, 'POST', `${base}/appointment-types`, make)).status, 403);
  const { appointment } = await book({ typeId: type.id, reason: '', startsAt: '2026-12-14T15:00:00Z' });
  assert.deepEqual(
    [appointment.reason, appointment.endsAt, appointment.type?.colour],
    ['Long cleaning', '2026-12-14T16:15:00Z', 'pink'],
  );
  const archive = await app.as(owner, 'PATCH', `${base}/practitioners/${okafor.id}`, { archived: true });
  assert.equal(archive.status, 200);
  await ask('POST', '/appointments', { ...booking, practitionerId: okafor.id }, 404);
});
