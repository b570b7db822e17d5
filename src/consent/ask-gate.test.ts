import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic } from '../platform/database/database.ts';
import { askGate, askGates, type GateQuestion } from './ask-gate.ts';
import { optBackIn, optOut } from './opt-out.ts';
import { releaseContacts } from './release-contact.ts';

const { database } = await testDatabase();
/** A Tuesday, 10:00 in Chicago. */
const noon = Temporal.Instant.from('2026-11-24T16:00:00Z');
const number = '+13125550121';

const newClinic = async (): Promise<string> => {
  const id = randomUUIDv7();
  const clinic = { id, name: 'A clinic', slug: id, time_zone: 'America/Chicago', country: 'US' };
  await database.insertInto('clinics').values(clinic).execute();
  return id;
};
const newPatient = (clinicId: string, phone: string = number): Promise<string> =>
  inClinic(database, clinicId, async (trx) => {
    const id = randomUUIDv7();
    const person = { clinic_id: clinicId, id, given_name: 'Laura', family_name: 'Bennett' };
    await trx.insertInto('patients').values(person).execute();
    await trx
      .insertInto('patient_phone_numbers')
      .values({ clinic_id: clinicId, patient_id: id, phone_number: phone, kind: 'mobile' })
      .execute();
    return id;
  });
const consented = (clinicId: string, patientId: string): Promise<unknown> =>
  inClinic(database, clinicId, (trx) =>
    trx
      .insertInto('contact_consents')
      .values({
        clinic_id: clinicId,
        id: randomUUIDv7(),
        patient_id: patientId,
        purpose: 'marketing',
        method: 'paper-form',
        obtained_at: noon.subtract({ hours: 1000 }),
        recorded_at: noon.subtract({ hours: 1000 }),
      })
      .execute(),
  );
const ask = (clinicId: string, question: Partial<GateQuestion> & { patientId: string }, at = noon) =>
  inClinic(database, clinicId, (trx) =>
    askGate(
      trx,
      {
        key: randomUUIDv7(),
        channel: 'sms',
        purpose: 'marketing',
        moment: 'sending',
        ...question,
      },
      at,
    ),
  );
const decisionsOf = (clinicId: string, key: string) =>
  inClinic(database, clinicId, (trx) =>
    trx.selectFrom('contact_decisions').selectAll().where('key', '=', key).execute(),
  );

test('ten workers at once never send two', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(clinicId, { patientId })));
  assert.equal(answers.filter(({ allowed }) => allowed).length, 1);
  for (const { allowed, reason } of answers) assert.equal(reason, allowed ? 'allowed' : 'marketing-cap');
});

test('ten workers of several workflows and campaigns, on every channel: one offer a week', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  const ways = [
    { channel: 'sms' },
    { channel: 'email', to: 'laura@mail.example' },
    { channel: 'call', voice: 'recorded' },
    { channel: 'push' },
    { channel: 'in-app' },
  ] as const;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, worker) =>
      inClinic(database, clinicId, (trx) =>
        askGates(
          trx,
          ways.map((way, step) => ({
            ...way,
            key: `workflow ${worker % 3}, instance ${worker}, step ${step}`,
            patientId,
            purpose: 'marketing' as const,
            moment: 'sending' as const,
          })),
          noon,
        ),
      ),
    ),
  );
  const given = answers.flat();
  assert.equal(given.length, 50);
  assert.equal(given.filter(({ allowed }) => allowed).length, 1);
  for (const { allowed, reason } of given) assert.equal(reason, allowed ? 'allowed' : 'marketing-cap');
});

test('reminders of ten workers by SMS and call: one a day, and none takes the place of an offer', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  const reminders = await Promise.all(
    Array.from({ length: 10 }, (_, worker) =>
      ask(clinicId, {
        patientId,
        purpose: worker % 2 === 0 ? 'appointment' : 'care',
        ...(worker % 3 === 0 ? { channel: 'call', voice: 'recorded' } : { channel: 'sms' }),
      }),
    ),
  );
  assert.equal(reminders.filter(({ allowed }) => allowed).length, 1);
  assert.equal((await ask(clinicId, { patientId })).allowed, true);
});

test('batches that name the same people in opposite orders do not wait for each other, and hold the cap', async () => {
  const clinicId = await newClinic();
  const people: string[] = [];
  for (let i = 0; i < 20; i += 1) people.push(await newPatient(clinicId, `+1312555${1000 + i}`));
  for (const patientId of people) await consented(clinicId, patientId);
  const batch = (order: string[]) =>
    inClinic(database, clinicId, (trx) =>
      askGates(
        trx,
        order.map((patientId) => ({
          key: randomUUIDv7(),
          patientId,
          channel: 'sms' as const,
          purpose: 'marketing' as const,
          moment: 'sending' as const,
        })),
        noon,
      ),
    );
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => batch(n % 2 === 0 ? people : people.toReversed())),
  );
  assert.equal(answers.flat().filter(({ allowed }) => allowed).length, people.length);
});

test('two contacts of one batch count each other', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  const question = {
    patientId,
    channel: 'sms' as const,
    purpose: 'marketing' as const,
    moment: 'sending' as const,
  };
  const [first, second] = await inClinic(database, clinicId, (trx) =>
    askGates(
      trx,
      [
        { ...question, key: 'a' },
        { ...question, key: 'b' },
      ],
      noon,
    ),
  );
  assert.deepEqual([first!.allowed, second!.reason], [true, 'marketing-cap']);
});

test('asking again with the same key is the same contact', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  const first = await ask(clinicId, { patientId, key: 'one' });
  const again = await ask(clinicId, { patientId, key: 'one' }, noon.add({ minutes: 1 }));
  assert.deepEqual([first.allowed, again.allowed], [true, true]);
  assert.equal(again.decisionId, first.decisionId);
  assert.equal((await decisionsOf(clinicId, 'one'))[0]!.times, 2);
  assert.equal((await ask(clinicId, { patientId, key: 'two' })).reason, 'marketing-cap');
});

test('planning takes no place; what reached nobody gives its place back; so does what is refused later', async () => {
  const clinicId = await newClinic();
  const patientId = await newPatient(clinicId);
  await consented(clinicId, patientId);
  assert.equal((await ask(clinicId, { patientId, moment: 'planning' })).allowed, true);
  assert.equal((await ask(clinicId, { patientId, key: 'one' })).allowed, true);
  await inClinic(database, clinicId, (trx) => releaseContacts(trx, ['one']));
  assert.equal((await ask(clinicId, { patientId, key: 'two' })).allowed, true);
  const tooLate = Temporal.Instant.from('2026-11-25T05:00:00Z');
  assert.equal((await ask(clinicId, { patientId, key: 'two' }, tooLate)).reason, 'quiet-hours');
  assert.equal((await ask(clinicId, { patientId, key: 'three' })).allowed, true);
});

test('a stop holds for the next contact, for all who share the number, until it is taken back', async () => {
  const clinicId = await newClinic();
  const [mother, child] = [await newPatient(clinicId), await newPatient(clinicId)];
  const stop = () =>
    inClinic(database, clinicId, (trx) =>
      optOut(
        trx,
        { patientId: null, address: number, channel: 'sms', purpose: null, how: 'keyword', userId: null },
        noon,
      ),
    );
  const stops = await Promise.all([stop(), stop(), stop()]);
  assert.equal(stops.filter(({ fresh }) => fresh).length, 1);
  assert.equal(new Set(stops.map(({ optOutId }) => optOutId)).size, 1);
  for (const patientId of [mother, child])
    assert.equal((await ask(clinicId, { patientId, purpose: 'appointment' })).reason, 'opted-out');
  const confirmation = await ask(clinicId, {
    patientId: mother,
    purpose: 'opt-out-confirmation',
    answers: noon,
  });
  assert.equal(confirmation.allowed, true);
  const lifted = await inClinic(database, clinicId, (trx) =>
    optBackIn(trx, { address: number, channel: 'sms', patientId: mother }, noon),
  );
  assert.equal(lifted, true);
  assert.equal((await ask(clinicId, { patientId: child, purpose: 'appointment' })).allowed, true);
});

test('a duplicate that was merged is the person it became; nobody else’s patient is known here', async () => {
  const [clinicId, other] = [await newClinic(), await newClinic()];
  const [kept, merged] = [await newPatient(clinicId), await newPatient(clinicId)];
  await inClinic(database, clinicId, (trx) =>
    trx.updateTable('patients').set({ merged_into: kept }).where('id', '=', merged).execute(),
  );
  await ask(clinicId, { patientId: merged, key: 'one', purpose: 'care' });
  assert.equal((await decisionsOf(clinicId, 'one'))[0]!.patient_id, kept);
  assert.equal((await ask(other, { patientId: kept })).reason, 'no-such-person');
});
