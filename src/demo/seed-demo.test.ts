import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { test } from 'node:test';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic } from '../platform/database/database.ts';
import { describeDemo, writeDemoFile } from './demo-file.ts';
import { placeHandsets } from './place-handsets.ts';
import { demoClinics, seedDemo } from './seed-demo.ts';

const now = Temporal.Instant.from('2026-11-21T16:00:00Z');
const { database } = await testDatabase();
const started = await Promise.all([seedDemo(database, 'secret', now), seedDemo(database, 'secret', now)]);
const clinics = started[0];

const count = async (clinicId: string) =>
  inClinic(database, clinicId, async (trx) => ({
    patients: (await trx.selectFrom('patients').select('id').execute()).length,
    staff: (await trx.selectFrom('staff_members').select('id').execute()).length,
    appointments: (await trx.selectFrom('appointments').select('id').execute()).length,
  }));

test('two processes that start together seed each clinic once', async () => {
  assert.deepEqual(
    started[0].map(({ id }) => id),
    started[1].map(({ id }) => id),
  );
  for (const { id } of clinics) {
    const { patients, staff, appointments } = await count(id);
    assert.deepEqual([patients, staff], [12, 6]);
    assert.equal(appointments, 7 * 8);
  }
});

test('a later start keeps what is there and fills the days that have come into reach', async () => {
  const [clinic] = clinics;
  await inClinic(database, clinic!.id, (trx) =>
    trx.updateTable('patients').set({ given_name: 'Renamed' }).where('given_name', '=', 'Marcus').execute(),
  );
  const again = await seedDemo(database, 'secret', now.add({ hours: 24 }));
  assert.equal(again[0]!.id, clinic!.id);
  const { patients, appointments } = await count(clinic!.id);
  assert.deepEqual([patients, appointments], [12, 8 * 8]);
});

test('today has visits in the local day of each clinic', async () => {
  for (const { id, timeZone } of clinics) {
    const starts = await inClinic(database, id, (trx) =>
      trx.selectFrom('appointments').select('starts_at').execute(),
    );
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    const days = starts.map((row) => row.starts_at.toZonedDateTimeISO(timeZone).toPlainDate().toString());
    assert.equal(days.filter((day) => day === today).length, 8);
  }
});

test('billing is set up as in the specification: portal 1, portal backup 2, manager by phone 3', async () => {
  for (const [index, department] of ['Billing', 'Abrechnung'].entries()) {
    const routes = await inClinic(database, clinics[index]!.id, (trx) =>
      trx
        .selectFrom('staff_call_routing as route')
        .innerJoin('departments as department', 'department.id', 'route.department_id')
        .select(['routing_priority', 'receive_calls_in_portal', 'use_staff_phone'])
        .where('department.name', '=', department)
        .orderBy('routing_priority')
        .execute(),
    );
    assert.deepEqual(
      routes.map((route) => [route.routing_priority, route.receive_calls_in_portal, route.use_staff_phone]),
      [
        [1, true, false],
        [2, true, false],
        [3, false, true],
      ],
    );
  }
});

test('a family shares one number: a mother and two children', async () => {
  const shared = await inClinic(database, clinics[1]!.id, (trx) =>
    trx
      .selectFrom('patient_phone_numbers as number')
      .leftJoin('patient_guardians as guardian', 'guardian.patient_id', 'number.patient_id')
      .select(['guardian.relation'])
      .where('phone_number', '=', '+493023125021')
      .execute(),
  );
  assert.deepEqual(shared.map((row) => row.relation ?? 'nobody').toSorted(), ['mother', 'mother', 'nobody']);
});

test('a database with a real clinic is left alone', async () => {
  const other = await testDatabase();
  await other.database
    .insertInto('clinics')
    .values({ id: crypto.randomUUID(), name: 'Real', slug: 'real' })
    .execute();
  assert.deepEqual(await seedDemo(other.database, 'secret', now), []);
  const rows = await other.database.selectFrom('clinics').select('slug').execute();
  assert.deepEqual(rows, [{ slug: 'real' }]);
});

test('every number is one that could be dialled, and belongs to one clinic', () => {
  const numbers = demoClinics.map((clinic) => [
    clinic.phoneNumber,
    ...clinic.patients.map((patient) => patient.phoneNumber),
    ...clinic.leads.map((lead) => lead.phoneNumber),
    ...clinic.staff.flatMap((member) => member.phoneNumber ?? []),
  ]);
  for (const number of numbers.flat()) assert.ok(isValidPhoneNumber(number), number);
  const [english, german] = numbers.map((list) => new Set(list));
  assert.ok(english!.isDisjointFrom(german!));
});

const addresses = {
  portal: 'http://127.0.0.1:3000',
  telephones: 'http://127.0.0.1:3001/telephones',
  api: 'http://127.0.0.1:3000/api/docs',
  publicUrl: 'http://127.0.0.1:3000',
  sandbox: { baseUrl: 'http://127.0.0.1:3001', accountSid: 'AC1', authToken: 't' },
};

test('the demo file holds what scripts need, and only its owner reads it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-demo-'));
  const demo = describeDemo(clinics, addresses, 'secret');
  writeDemoFile(folder, demo);
  const file = path.join(folder, 'demo.json');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), demo);
  for (const { name } of demo.clinics) {
    const roles = demo.signIns.filter((signIn) => signIn.clinic === name).map((signIn) => signIn.role);
    assert.deepEqual(roles.toSorted(), [
      'manager',
      'owner',
      'readonly',
      'receptionist',
      'receptionist',
      'receptionist',
    ]);
  }
  assert.equal(new Set(demo.signIns.map((signIn) => signIn.password)).size, demo.signIns.length);
  rmSync(folder, { recursive: true });
});

test('passwords differ from installation to installation', () => {
  const passwords = (secret: string) =>
    describeDemo(clinics, addresses, secret).signIns.map((row) => row.password);
  assert.deepEqual(passwords('a'), passwords('a'));
  assert.equal(new Set([...passwords('a'), ...passwords('b')]).size, 24);
});

test('each number gets one telephone; a family answers with its mother', async () => {
  const placed = new Map<string, { name: string; role: string }>();
  const carrier = http.createServer((request, response) => {
    void json(request).then((body) => {
      placed.set(decodeURIComponent(request.url!.split('/').at(-1)!), body as { name: string; role: string });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => carrier.listen(0, '127.0.0.1', resolve));
  const { port } = carrier.address() as { port: number };
  assert.equal(await placeHandsets(`http://127.0.0.1:${port}`, clinics), 0);
  carrier.closeAllConnections();
  carrier.close();
  assert.equal(placed.size, 2 * (10 + 3 + 2));
  assert.equal(placed.get('+13125550121')!.name, 'Laura Bennett');
  assert.equal(placed.get('+493023125011')!.role, 'staff');
});
