import { pushOnTrial } from './push-on-trial.ts';
import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { optOut } from '../../consent/opt-out.ts';
import { inClinic } from '../../platform/database/database.ts';
import { manualClock } from '../../platform/clock.ts';
import { createLog } from '../../platform/log.ts';
import { createSecrets } from '../../platform/secrets.ts';
import { seedDemo } from '../../demo/seed-demo.ts';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { carrierOnTrial, type Fate } from './carrier-on-trial.ts';
import { claimBatch } from './claim-batch.ts';
import { askAfterSilent } from './ask-after-silent.ts';
import { deliverDue } from './deliver-due.ts';
import { lease, type DeliveryDependencies } from './delivery-work.ts';
import { noteStatus } from './note-status.ts';
import { queueMessages } from './queue-message.ts';
import type { MessageOrder } from '../rules/message-order.ts';
import { settle } from '../rules/send-outcome.ts';
import { writeSettlements } from './settle.store.ts';
import { takeMessageFacts } from './tell-facts.ts';

const { database } = await testDatabase();
// A Wednesday, ten in the morning in Chicago: nothing waits for the morning.
const clock = manualClock('2026-11-18T16:00:00Z');
const clinic = (await seedDemo(database, 'secret', clock.now()))[0]!;
const people = await inClinic(database, clinic.id, (trx) =>
  trx
    .selectFrom('patient_phone_numbers as n')
    .innerJoin('patients as p', (join) =>
      join.onRef('p.clinic_id', '=', 'n.clinic_id').onRef('p.id', '=', 'n.patient_id'),
    )
    .select(['n.patient_id as id', 'n.phone_number as number'])
    .where('n.takes_sms', '=', true)
    .where('n.unreachable', '=', false)
    .where('n.preferred', '=', true)
    .where('p.birth_date', '<', '2000-01-01')
    .execute(),
);
let carrier = carrierOnTrial();
const deps = (): DeliveryDependencies => ({
  database,
  clock,
  log: createLog('silent'),
  carrier,
  email: { send: async () => {}, close: () => {} },
  push: pushOnTrial(),
  secrets: createSecrets(Buffer.alloc(32, 7)),
  portalUrl: async () => 'https://desk.example',
});
const instanceId = randomUUIDv7();
let round = 0;

/** So many answers written by staff: no cap and no hour stands in their way. */
const order = async (count: number, more: Partial<MessageOrder> = {}) => {
  round += 1;
  const orders = Array.from({ length: count }, (_, index): MessageOrder => ({
    key: `${round}:${index}`,
    to: { patientId: people[index % people.length]!.id },
    channel: 'sms',
    purpose: 'care',
    content: { text: `Message ${round} ${index}` },
    cause: { kind: 'staff', userId: randomUUIDv7() },
    ...more,
  }));
  return inClinic(database, clinic.id, (trx) => queueMessages(trx, orders, clock.now()));
};
const pace = (perMinute: number, cap: number | null) =>
  inClinic(database, clinic.id, (trx) =>
    trx
      .insertInto('message_senders')
      .values({ clinic_id: clinic.id, address: '+13125550100', per_minute: perMinute, daily_cap: cap })
      .execute(),
  );
const statuses = async () => {
  const rows = await inClinic(database, clinic.id, (trx) =>
    trx
      .selectFrom('messages')
      .select(['status', 'reason', 'key'])
      .where('key', 'like', `${round}:%`)
      .execute(),
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ status, reason }) => (reason === null ? status : `${status} ${reason}`))].map(
      ([status, list]) => [status, list.length],
    ),
  );
};
const untilNothingWaits = async () => {
  for (let step = 0; step < 60; step += 1) {
    const next = await deliverDue(deps());
    if (next === null) return;
    clock.advance({ milliseconds: Math.max(1, next.epochMilliseconds - clock.now().epochMilliseconds) });
  }
};
beforeEach(async () => {
  carrier = carrierOnTrial();
  await database.deleteFrom('message_outbox').execute();
  await inClinic(database, clinic.id, (trx) => trx.deleteFrom('message_senders').execute());
  clock.advance({ minutes: 10 });
});

test('a message leaves once, from the clinic’s number, with an address for its receipts', async () => {
  await order(1);
  await deliverDue(deps());
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 1);
  assert.match(carrier.sent[0]!.statusUrl, /^https:\/\/desk\.example\/api\/twilio\/sms\/status\?clinic=/);
  assert.deepEqual(await statuses(), { sent: 1 });
});

test('three workers at once, a carrier that loses answers and fails: none lost, none twice', async () => {
  let seed = 7;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const fates: Fate[] = ['failed', 'lost', 'busy', 'done', 'done', 'done', 'done'];
  carrier.fate = () => fates[Math.floor(chance() * fates.length)]!;
  carrier.lists = () => chance() > 0.2;
  await pace(100_000, null);
  await order(300);
  for (let step = 0; step < 200; step += 1) {
    const [next] = await Promise.all([deliverDue(deps()), deliverDue(deps()), deliverDue(deps())]);
    if (next === null || next === undefined) break;
    clock.advance({ milliseconds: Math.max(1, next.epochMilliseconds - clock.now().epochMilliseconds) });
  }
  assert.deepEqual(await statuses(), { sent: 300 });
  assert.equal(new Set(carrier.sent.map(({ body }) => body)).size, 300);
  assert.equal(carrier.sent.length, 300);
});

test('a worker that dies after sending leaves no second message', async () => {
  await order(5);
  const dead = await claimBatch(deps(), clinic.id, clock.now());
  for (const { address, sender, body } of dead.messages.slice(0, 3))
    await carrier.sendMessage({ to: address, from: sender!, body, statusUrl: 'x' });
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 3, 'nobody takes them over before the lease is over');
  clock.advance(lease);
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 5);
  assert.deepEqual(await statuses(), { sent: 5 });
});

test('a worker that asks the carrier too long takes the message anew, and it leaves once', async () => {
  await order(1);
  carrier.fate = () => 'failed';
  await deliverDue(deps());
  clock.advance({ seconds: 5 });
  carrier.fate = () => 'done';
  const { messagesTo } = carrier;
  carrier.messagesTo = async (to, since) => {
    clock.advance({ seconds: 30 });
    return messagesTo(to, since);
  };
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 1, 'under a lease of its own');
  carrier.messagesTo = messagesTo;
  await untilNothingWaits();
  assert.equal(carrier.sent.length, 1);
});

test('the pause after a failed attempt doubles; to have asked the carrier in between is no attempt', async () => {
  await order(1);
  carrier.fate = () => 'failed';
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const next = await deliverDue(deps());
    const pause = next!.epochMilliseconds - clock.now().epochMilliseconds;
    pauses.push(pause / 1000);
    clock.advance({ milliseconds: pause });
  }
  assert.deepEqual(pauses, [2, 4, 8, 16, 32]);
});

test('a worker that settles late, one that takes over and the carrier’s receipts do not lock each other out', async () => {
  await pace(100_000, null);
  for (let again = 0; again < 6; again += 1) {
    await order(60);
    const late = await claimBatch(deps(), clinic.id, clock.now());
    const rows = late.messages
      .map(({ id }) => ({ ...settle({ outcome: 'unsure' }, 1, clock.now())!, id }))
      .map(({ fact: _fact, dueAt, ...row }) => ({ ...row, dueAt: dueAt!.toString() }))
      .toReversed();
    const write = () => inClinic(database, clinic.id, (trx) => writeSettlements(trx, rows, clock.now()));
    clock.advance(lease);
    await Promise.all([
      write(),
      claimBatch(deps(), clinic.id, clock.now()),
      write(),
      ...rows.map(({ id }) => {
        const report = { sid: `SM${id}`, status: 'sent', errorCode: null };
        return noteStatus(database, { clinicId: clinic.id, messageId: id }, report, clock.now());
      }),
    ]);
    clock.advance({ minutes: 1 });
  }
});

test('who says no between two attempts is not written to by the second', async () => {
  const { id: patientId, number: address } = people[0]!;
  await order(1, { to: { patientId } });
  carrier.fate = () => 'failed';
  await deliverDue(deps());
  carrier.fate = () => 'done';
  const no = { patientId, address, channel: 'sms', purpose: null, how: 'keyword', userId: null } as const;
  const { optOutId } = await inClinic(database, clinic.id, (trx) => optOut(trx, no, clock.now()));
  await untilNothingWaits();
  assert.equal(carrier.sent.length, 0);
  assert.deepEqual(await statuses(), { 'withheld opted-out': 1 });
  await inClinic(database, clinic.id, (trx) =>
    sql`UPDATE contact_opt_outs SET lifted_at = ${clock.now()}, lifted_how = 'keyword' WHERE id = ${optOutId}`.execute(
      trx,
    ),
  );
});

test('a workflow’s message goes to the number that is theirs when it leaves', async () => {
  const { id: patientId, number } = people[1]!;
  const cause = { kind: 'workflow', instanceId: randomUUIDv7(), workflowName: 'w', step: 's' } as const;
  await order(1, { to: { patientId }, cause });
  const renumber = (from: string, to: string): Promise<unknown> =>
    inClinic(database, clinic.id, (trx) =>
      sql`UPDATE patient_phone_numbers SET phone_number = ${to} WHERE patient_id = ${patientId} AND phone_number = ${from}`.execute(
        trx,
      ),
    );
  await renumber(number, '+13125550177');
  await untilNothingWaits();
  assert.deepEqual(
    carrier.sent.map(({ to }) => to),
    ['+13125550177'],
  );
  await renumber('+13125550177', number);
});

test('equal texts to one number are as many messages as were ordered', async () => {
  await order(4, { to: { patientId: people[0]!.id }, content: { text: 'Please call us.' } });
  carrier.fate = () => 'lost';
  await deliverDue(deps());
  carrier.fate = () => 'done';
  await untilNothingWaits();
  assert.equal(carrier.sent.length, 4);
  assert.deepEqual(await statuses(), { sent: 4 });
});

test('a sender keeps to its pace, whoever works', async () => {
  await pace(60, 25);
  await order(40);
  await Promise.all([deliverDue(deps()), deliverDue(deps())]);
  assert.equal(carrier.sent.length, 10, 'ten seconds’ worth at once');
  clock.advance({ seconds: 5 });
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 15);
  clock.advance({ seconds: 60 });
  await deliverDue(deps());
  await deliverDue(deps());
  assert.equal(carrier.sent.length, 25, 'no more on this day');
});

test('what the carrier refuses for good fails with its reason, and is told to the workflow', async () => {
  carrier.fate = () => ({ refused: 21_614 });
  // Long enough after the messages above for the caps of a day and a week.
  clock.advance({ hours: 8 * 24 });
  const cause = { kind: 'workflow', instanceId, workflowName: 'Recall', step: '0' } as const;
  await order(1, { to: { patientId: people[0]!.id }, cause });
  await deliverDue(deps());
  assert.deepEqual(await statuses(), { 'failed wrong-address': 1 });
  const facts = await inClinic(database, clinic.id, (trx) => takeMessageFacts(trx));
  assert.deepEqual(facts.at(-1)?.fact, { fact: 'failed', reason: 'wrong-address' });
  const number = await inClinic(database, clinic.id, (trx) =>
    trx
      .selectFrom('patient_phone_numbers')
      .select('takes_sms')
      .where('phone_number', '=', people[0]!.number)
      .executeTakeFirst(),
  );
  assert.equal(number?.takes_sms, false, 'no message is tried there again');
});

test('receipts in any order, twice and late make one truth', async () => {
  const ids = await order(1, { to: { patientId: people[1]!.id } });
  await deliverDue(deps());
  const messageId = [...ids.values()][0]!;
  const { sid } = carrier.sent[0]!;
  const report = (status: string, errorCode: number | null = null, of = sid) =>
    noteStatus(database, { clinicId: clinic.id, messageId }, { sid: of, status, errorCode }, clock.now());
  await report('delivered');
  await report('sent');
  await report('undelivered', 30_003);
  await report('failed', 30_007, `SM${'0'.repeat(32)}`);
  assert.deepEqual(await statuses(), { delivered: 1 });
});

test('a receipt that comes before the answer to the request settles the message', async () => {
  const ids = await order(1, { to: { patientId: people[1]!.id } });
  carrier.fate = () => 'lost';
  await deliverDue(deps());
  const [sent] = carrier.sent;
  const messageId = [...ids.values()][0]!;
  await noteStatus(
    database,
    { clinicId: clinic.id, messageId },
    { sid: sent!.sid, status: 'delivered', errorCode: null },
    clock.now(),
  );
  await untilNothingWaits();
  assert.equal(carrier.sent.length, 1);
  assert.deepEqual(await statuses(), { delivered: 1 });
});

test('a telephone that is off is tried again later, a few times', async () => {
  const ids = await order(1, { to: { patientId: people[1]!.id } });
  const messageId = [...ids.values()][0]!;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await untilNothingWaits();
    const { sid } = carrier.sent.at(-1)!;
    await noteStatus(
      database,
      { clinicId: clinic.id, messageId },
      { sid, status: 'undelivered', errorCode: 30_003 },
      clock.now(),
    );
  }
  assert.equal(carrier.sent.length, 3);
  assert.deepEqual(await statuses(), { 'failed unreachable': 1 });
});

test('a reminder whose appointment is gone, or whose time is over, is withdrawn', async () => {
  const to = { patientId: people[1]!.id };
  await order(1, { to, appointmentId: randomUUIDv7(), needsStandingAppointment: true });
  await deliverDue(deps());
  assert.deepEqual(await statuses(), { 'withdrawn appointment-gone': 1 });
  await order(1, { to, dueAt: clock.now().add({ hours: 1 }), expiresAt: clock.now().add({ minutes: 90 }) });
  clock.advance({ hours: 2 });
  await deliverDue(deps());
  assert.deepEqual(await statuses(), { 'withdrawn expired': 1 });
  assert.equal(carrier.sent.length, 0);
});

test('a receipt that was lost is asked for', async () => {
  await order(1, { to: { patientId: people[1]!.id } });
  await deliverDue(deps());
  const [sent] = carrier.sent;
  const fetchMessage = async () => ({ ...sent!, status: 'delivered' });
  await askAfterSilent({ database, clock, carrier: { fetchMessage } });
  assert.deepEqual(await statuses(), { sent: 1 }, 'it may still come');
  clock.advance({ minutes: 11 });
  await askAfterSilent({ database, clock, carrier: { fetchMessage } });
  assert.deepEqual(await statuses(), { delivered: 1 });
});
