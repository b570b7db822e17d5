import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { noteOptOut } from '../../consent/note-opt-out.ts';
import { seedDemo } from '../../demo/seed-demo.ts';
import { manualClock } from '../../platform/clock.ts';
import { inClinic } from '../../platform/database/database.ts';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { carrierOnTrial } from './carrier-on-trial.ts';
import { deliverOnTrial } from './deliver-on-trial.ts';
import { addTemplate } from '../templates/keep-template.ts';
import { noteStatus } from './note-status.ts';
import { queueMessages } from './queue-message.ts';
import { receiveSms } from '../inbox/receive-sms.ts';
import { takeMessageFacts } from './tell-facts.ts';

const { database } = await testDatabase();
// A Wednesday, ten in the morning in Chicago: nothing waits for the morning.
const clock = manualClock('2026-11-18T16:00:00Z');
const clinic = (await seedDemo(database, 'secret', clock.now()))[0]!;
const within = <T>(work: Parameters<typeof inClinic<T>>[2]): Promise<T> =>
  inClinic(database, clinic.id, work);
const laura = '+13125550121';
const bennetts = await within((trx) =>
  trx
    .selectFrom('patients')
    .select(['id', 'given_name as name'])
    .where('family_name', '=', 'Bennett')
    .execute(),
);
const idOf = (name: string): string => bennetts.find((one) => one.name === name)!.id;
const { id: userId } = await database.selectFrom('users').select('id').executeTakeFirstOrThrow();
const template = await within((trx) =>
  addTemplate(
    trx,
    {
      name: 'Reminder',
      channel: 'sms',
      purpose: 'appointment',
      about: 'appointment',
      texts: {
        en: {
          subject: null,
          body: '{{ patient.first_name }}: {{ appointment.time }}. Reply YES to confirm.',
        },
      },
    },
    { userId, at: clock.now() },
  ),
);
assert.ok(template.ok);

let carrier = carrierOnTrial();
const deliver = () => deliverOnTrial({ database, clock, carrier });
const visit = (name: string, startsAt: string): Promise<string> =>
  within((trx) =>
    insertVisit(trx, idOf(name), Temporal.ZonedDateTime.from(`${startsAt}[America/Chicago]`).toInstant()),
  );
/** As a workflow's step orders it; each has an instance of its own. @returns instances by name */
const remind = async (
  visits: Record<string, string>,
  needsStandingAppointment = true,
): Promise<Record<string, string>> => {
  const instances = Object.fromEntries(Object.keys(visits).map((name) => [name, randomUUIDv7()]));
  await within((trx) =>
    queueMessages(
      trx,
      Object.entries(visits).map(([name, appointmentId]) => ({
        key: `${instances[name]}:remind:0.0`,
        to: { patientId: idOf(name) },
        channel: 'sms' as const,
        purpose: 'appointment' as const,
        content: { templateId: template.ok ? template.id : '' },
        appointmentId,
        needsStandingAppointment,
        cause: {
          kind: 'workflow' as const,
          instanceId: instances[name]!,
          workflowName: 'Reminders',
          step: 'remind',
        },
      })),
      clock.now(),
    ),
  );
  return instances;
};
const messages = () =>
  within((trx) =>
    trx
      .selectFrom('messages as m')
      .innerJoin('patients as p', (join) =>
        join.onRef('p.clinic_id', '=', 'm.clinic_id').onRef('p.id', '=', 'm.patient_id'),
      )
      .select(['p.given_name as name', 'm.id', 'm.status', 'm.reason', 'm.together_with as with'])
      .where('m.direction', '=', 'outbound')
      .where('m.purpose', '=', 'appointment')
      .orderBy('p.given_name')
      .execute(),
  );
const statuses = async (): Promise<string[]> =>
  (await messages()).map(({ name, status, reason }) => `${name} ${status}${reason ? ` ${reason}` : ''}`);
const decisions = () =>
  within((trx) => trx.selectFrom('contact_decisions').select(['reason', 'counted_at as counted']).execute());
/** What instances were told, as "Anna confirm". */
const told = async (instances: Record<string, string>): Promise<string[]> => {
  const facts = await within((trx) => takeMessageFacts(trx));
  const nameOf = (id: string): string => Object.entries(instances).find(([, own]) => own === id)![0];
  return facts
    .map(
      ({ instanceId, fact }) => `${nameOf(instanceId)} ${fact.fact === 'replied' ? fact.meaning : fact.fact}`,
    )
    .toSorted();
};
const hear = (body: string) =>
  receiveSms(
    { database, onAppointmentsChanged: async () => {} },
    { sid: `SM${randomUUIDv7().replaceAll('-', '')}`, from: laura, to: clinic.phoneNumber, body },
    clock.now(),
  );
const tasks = () =>
  within((trx) =>
    trx.selectFrom('tasks').select(['kind', 'title']).where('source', '=', 'message').execute(),
  );

beforeEach(async () => {
  carrier = carrierOnTrial();
  clock.advance({ hours: 24 * 7 });
  await within(async (trx) => {
    await trx.deleteFrom('conversations').execute();
    await trx.deleteFrom('message_facts').execute();
    await trx.deleteFrom('contact_decisions').execute();
    await trx.deleteFrom('contact_opt_outs').execute();
    await trx.deleteFrom('tasks').execute();
    await trx.deleteFrom('appointments').execute();
  });
});
const inTwoDays = (time: string): string =>
  `${clock.now().toZonedDateTimeISO('America/Chicago').toPlainDate().add({ days: 2 }).toString()}T${time}`;
const both = async () => ({
  Anna: await visit('Anna', inTwoDays('09:30')),
  Ben: await visit('Ben', inTwoDays('10:00')),
});

test('two children of one day are one message, with a decision each, counted once', async () => {
  const instances = await remind(await both());
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.equal(
    carrier.sent[0]!.body,
    'Lakeside Dental: we look forward to seeing Annie at 9:30 AM and Ben at 10:00 AM on Friday, November 27. Reply YES for both, or tell us who cannot come.',
  );
  assert.deepEqual(await statuses(), ['Anna sent', 'Ben sent']);
  const decided = await decisions();
  assert.deepEqual(
    decided.map(({ reason }) => reason),
    ['allowed', 'allowed'],
  );
  assert.equal(decided.filter(({ counted }) => counted !== null).length, 1);
  assert.deepEqual(await told(instances), ['Anna sent', 'Ben sent']);

  const [leader] = (await messages()).filter((one) => one.with === null);
  const report = { sid: carrier.sent[0]!.sid, status: 'delivered', errorCode: null } as const;
  await noteStatus(database, { clinicId: clinic.id, messageId: leader!.id }, report, clock.now());
  assert.deepEqual(await statuses(), ['Anna delivered', 'Ben delivered']);
  assert.deepEqual(await told(instances), ['Anna delivered', 'Ben delivered']);
});

test('ten workers at once: one message', async () => {
  await remind(await both());
  await Promise.all(Array.from({ length: 10 }, deliver));
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.deepEqual(await statuses(), ['Anna sent', 'Ben sent']);
});

test('their mother’s own visit of that day is named with theirs', async () => {
  await remind({ ...(await both()), Laura: await visit('Laura', inTwoDays('10:30')) });
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.match(carrier.sent[0]!.body, /Annie at 9:30 AM, Ben at 10:00 AM(?: and|,) you at 10:30 AM/);
  assert.ok(carrier.sent[0]!.body.length <= 160);
});

test('what follows a visit looks forward to none: each by itself', async () => {
  await remind(await both(), false);
  await deliver();
  // The other waits for tomorrow: so much is enough for a day.
  assert.equal(carrier.sent.length, 1);
  assert.match(carrier.sent[0]!.body, /^(?:Annie: 9:30|Ben: 10:00) AM\. Reply YES to confirm\.$/);
});

test('a visit a little later is waited for, and not for ever', async () => {
  const { Anna, Ben } = await both();
  await remind({ Anna });
  await deliver();
  assert.deepEqual(await statuses(), ['Anna waiting family']);
  clock.advance({ minutes: 30 });
  await remind({ Ben });
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.match(carrier.sent[0]!.body, /Annie at .* and Ben at/);

  carrier = carrierOnTrial();
  clock.advance({ hours: 24 * 7 });
  const alone = await visit('Anna', inTwoDays('09:30'));
  await visit('Ben', inTwoDays('10:00'));
  await remind({ Anna: alone });
  await deliver();
  assert.equal(carrier.sent.length, 0);
  clock.advance({ minutes: 32 });
  await deliver();
  assert.deepEqual(
    carrier.sent.map(({ body }) => body),
    ['Annie: 9:30 AM. Reply YES to confirm.'],
  );
});

test('visits of two days are two messages', async () => {
  await remind({
    Anna: await visit('Anna', inTwoDays('09:30')),
    Ben: await visit(
      'Ben',
      `${clock.now().toZonedDateTimeISO('America/Chicago').toPlainDate().add({ days: 3 }).toString()}T09:30`,
    ),
  });
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.equal((await statuses()).filter((one) => one.endsWith('waiting daily-cap')).length, 1);
});

test('what has to be tried again names only whose visit still stands', async () => {
  const { Anna, Ben } = await both();
  const instances = await remind({ Anna, Ben });
  carrier.fate = () => 'busy';
  const next = await deliver();
  assert.deepEqual(await statuses(), ['Anna waiting', 'Ben waiting']);
  await within((trx) =>
    trx.updateTable('appointments').set({ status: 'cancelled' }).where('id', '=', Anna).execute(),
  );
  carrier.fate = () => 'done';
  clock.advance({ milliseconds: next!.epochMilliseconds - clock.now().epochMilliseconds });
  await deliver();
  assert.deepEqual(
    carrier.sent.map(({ body }) => body),
    ['Ben: 10:00 AM. Reply YES to confirm.'],
  );
  assert.deepEqual(await statuses(), ['Anna withdrawn appointment-gone', 'Ben sent']);
  assert.deepEqual(await told(instances), ['Anna withheld', 'Ben sent']);
});

test('a worker that dies in between: the next asks the carrier, and both are settled', async () => {
  await remind(await both());
  carrier.fate = () => 'lost';
  carrier.lists = () => false;
  const next = await deliver();
  assert.deepEqual(await statuses(), ['Anna sending', 'Ben sending']);
  carrier.fate = () => 'done';
  carrier.lists = () => true;
  clock.advance({ milliseconds: next!.epochMilliseconds - clock.now().epochMilliseconds });
  await deliver();
  assert.equal(carrier.sent.length, 1);
  assert.deepEqual(await statuses(), ['Anna sent', 'Ben sent']);
});

test('a child about whom nothing is wanted is not named', async () => {
  await within((trx) =>
    noteOptOut(trx, idOf('Ben'), { channel: null, purpose: null, note: null }, { userId, at: clock.now() }),
  );
  await remind(await both());
  await deliver();
  assert.deepEqual(
    carrier.sent.map(({ body }) => body),
    ['Annie: 9:30 AM. Reply YES to confirm.'],
  );
  assert.deepEqual(await statuses(), ['Anna sent', 'Ben withheld opted-out']);
  assert.equal((await decisions()).filter(({ counted }) => counted !== null).length, 1);
});

test('one yes is for both, and each instance hears its own', async () => {
  const instances = await remind(await both());
  await deliver();
  await told(instances);
  await hear('Yes');
  assert.deepEqual(await told(instances), ['Anna yes', 'Ben yes']);
  assert.deepEqual(await tasks(), []);
});

test('"Annie yes, Ben next week": each instance hears its own, Ben is a task, and the answer says both', async () => {
  const instances = await remind(await both());
  await deliver();
  await told(instances);
  await hear('Annie yes, Ben next week');
  assert.deepEqual(await told(instances), ['Anna yes', 'Ben reschedule']);
  assert.deepEqual(await tasks(), [{ kind: 'task', title: 'Answer about Annie and Ben: see what is meant' }]);
  await deliver();
  assert.match(
    carrier.sent.at(-1)!.body,
    /^Thank you\. Confirmed: Annie: .* We will get back to you about Ben\. Lakeside Dental/,
  );
});

test('what cannot be taken apart ends nobody’s reminders and is a task', async () => {
  const instances = await remind(await both());
  await deliver();
  await told(instances);
  await hear('Please cancel the appointment');
  assert.deepEqual(await told(instances), ['Anna unclear', 'Ben unclear']);
  assert.deepEqual(await tasks(), [{ kind: 'task', title: 'Answer about Annie and Ben: see what is meant' }]);
});

test('one child’s visit is cancelled, the other’s stays', async () => {
  const visits = await both();
  const instances = await remind(visits);
  await deliver();
  await told(instances);
  await hear('cancel Ben');
  assert.deepEqual(await told(instances), ['Ben cancel']);
  const standing = await within((trx) =>
    trx.selectFrom('appointments').select(['id', 'status']).orderBy('starts_at').execute(),
  );
  assert.deepEqual(
    standing.map(({ status }) => status),
    ['booked', 'cancelled'],
  );
});

test('CANCEL for two: the messages end, nothing is guessed, and somebody rings', async () => {
  const instances = await remind(await both());
  await deliver();
  await told(instances);
  await hear('CANCEL');
  assert.deepEqual(await tasks(), [
    { kind: 'callback', title: 'Stop word from Laura: see to the appointment' },
  ]);
  const standing = await within((trx) => trx.selectFrom('appointments').select('status').execute());
  assert.deepEqual(
    standing.map(({ status }) => status),
    ['booked', 'booked'],
  );
});
