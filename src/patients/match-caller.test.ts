import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { suite, test } from 'node:test';
import { inClinic, type Database } from '../platform/database/database.ts';
import { testDatabase } from '../../test/fixtures/database.ts';
import { matchCaller, matchCallers } from './match-caller.ts';

const now = Temporal.Instant.from('2026-11-21T09:00:00Z');
const clinicId = randomUUIDv7();
const otherClinicId = randomUUIDv7();
const [maria, anna, ben, otto] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const practitioner = randomUUIDv7();
const familyNumber = '+493023125001';
const ottoNumber = '+493023125002';
const leadNumber = '+493023125003';

const fill = async (empty: Database): Promise<void> => {
  for (const [id, slug] of [
    [clinicId, 'berlin'],
    [otherClinicId, 'other'],
  ] as const) {
    const clinic = { id, slug, name: slug, language: 'de', currency: 'EUR', time_zone: 'Europe/Berlin' };
    await empty.insertInto('clinics').values(clinic).execute();
  }
  await inClinic(empty, clinicId, async (trx) => {
    const clinic = { clinic_id: clinicId };
    const patient = (id: string, given_name: string, balance_cents: number, language: string | null) => ({
      ...clinic,
      id,
      given_name,
      family_name: 'Vogel',
      balance_cents,
      language,
      birth_date: id === maria ? '1986-01-01' : '2015-01-01',
    });
    await trx
      .insertInto('patients')
      .values([
        patient(maria, 'Maria', 500, 'de'),
        patient(anna, 'Anna', 0, null),
        patient(ben, 'Ben', 700, null),
        patient(otto, 'Otto', 0, 'de'),
      ])
      .execute();
    await trx
      .insertInto('patient_phone_numbers')
      .values([
        { ...clinic, patient_id: maria, phone_number: familyNumber },
        { ...clinic, patient_id: anna, phone_number: familyNumber },
        { ...clinic, patient_id: otto, phone_number: ottoNumber },
      ])
      .execute();
    // Ben has no number of his own and is found through his mother.
    await trx
      .insertInto('patient_guardians')
      .values([
        { ...clinic, patient_id: anna, guardian_id: maria, relation: 'mother' },
        { ...clinic, patient_id: ben, guardian_id: maria, relation: 'mother' },
      ])
      .execute();
    await trx
      .insertInto('leads')
      .values({ ...clinic, id: randomUUIDv7(), name: 'Kim Neu', phone_number: leadNumber })
      .execute();
    await trx
      .insertInto('practitioners')
      .values({ ...clinic, id: practitioner, name: 'Dr. Stern' })
      .execute();
    const appointment = (patient_id: string, day: string, status: string) => ({
      ...clinic,
      id: randomUUIDv7(),
      patient_id,
      practitioner_id: practitioner,
      starts_at: Temporal.Instant.from(`${day}T08:45:00Z`),
      ends_at: Temporal.Instant.from(`${day}T09:15:00Z`),
      reason: 'Kontrolle',
      status,
    });
    await trx
      .insertInto('appointments')
      .values([
        appointment(ben, '2026-11-20', 'completed'),
        appointment(ben, '2026-11-22', 'cancelled'),
        appointment(ben, '2026-11-24', 'booked'),
        appointment(maria, '2026-11-23', 'confirmed'),
        appointment(otto, '2026-11-21', 'booked'),
      ])
      .execute();
  });
};

const { database } = await testDatabase();
await fill(database);

const match = (number: string, clinic = clinicId) =>
  inClinic(database, clinic, (trx) => matchCaller(trx, number, now));

suite('matchCaller', () => {
  test('finds the whole family, with the child that has no number', async () => {
    const caller = await match(familyNumber);
    assert.equal(caller.kind, 'family');
    assert.equal(caller.name, 'Maria Vogel');
    assert.equal(caller.patientId, maria);
    assert.equal(caller.people[0]?.relation, 'Mutter von Anna und Ben');
    assert.deepEqual(
      caller.people.map(({ id }) => id),
      [maria, anna, ben],
    );
    assert.deepEqual(caller.balance, { cents: 1200, currency: 'EUR' });
    assert.equal(caller.nextAppointment?.patientName, 'Maria Vogel');
    assert.equal(caller.nextAppointment.startsAt, '2026-11-23T08:45:00Z');
  });

  test('shows the appointment that has just begun: they may call because they are late', async () => {
    const caller = await match(ottoNumber);
    assert.equal(caller.kind, 'patient');
    assert.equal(caller.nextAppointment?.startsAt, '2026-11-21T08:45:00Z');
  });

  test('finds a lead, and nobody for other numbers', async () => {
    assert.equal((await match(leadNumber)).kind, 'lead');
    for (const number of ['+493023125999', 'anonymous', '', '+266696687'])
      assert.equal((await match(number)).kind, 'unknown', number);
  });

  test('never finds another clinic’s people', async () => {
    assert.equal((await match(familyNumber, otherClinicId)).kind, 'unknown');
  });

  test('many numbers at once give each its own answer', async () => {
    const numbers = [familyNumber, ottoNumber, leadNumber, 'anonymous'];
    const together = await inClinic(database, clinicId, (trx) => matchCallers(trx, numbers, now));
    for (const number of numbers) assert.deepEqual(together.get(number), await match(number));
  });
});
