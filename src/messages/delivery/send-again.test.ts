import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { optOut } from '../../consent/opt-out.ts';
import { seedDemo } from '../../demo/seed-demo.ts';
import { manualClock } from '../../platform/clock.ts';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { createLog } from '../../platform/log.ts';
import { createSecrets } from '../../platform/secrets.ts';
import { keepSubscription } from '../keep-subscription.ts';
import type { MessageOrder } from '../rules/message-order.ts';
import { carrierOnTrial } from './carrier-on-trial.ts';
import { claimBatch } from './claim-batch.ts';
import { deliverDue } from './deliver-due.ts';
import { lease, type DeliveryDependencies } from './delivery-work.ts';
import { pushOnTrial } from './push-on-trial.ts';
import { queueMessages } from './queue-message.ts';
import { takeMessageFacts } from './tell-facts.ts';

const { database } = await testDatabase();
// A Wednesday, ten in the morning in Chicago: nothing waits for the morning.
const clock = manualClock('2026-11-18T16:00:00Z');
const clinic = (await seedDemo(database, 'secret', clock.now()))[0]!;
const inside = <T>(work: (trx: ClinicTransaction) => Promise<T>): Promise<T> =>
  inClinic(database, clinic.id, work);
const { id: patientId, email } = await inside((trx) =>
  trx
    .selectFrom('patient_emails as e')
    .innerJoin('patients as p', (join) =>
      join.onRef('p.clinic_id', '=', 'e.clinic_id').onRef('p.id', '=', 'e.patient_id'),
    )
    .select(['p.id', 'e.email'])
    .where('p.birth_date', '<', '2000-01-01')
    .where('e.preferred', '=', true)
    .orderBy('p.id')
    .executeTakeFirstOrThrow(),
);
const browser = {
  endpoint: 'https://push.example/1',
  keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) },
};
await inside((trx) => keepSubscription(trx, patientId, browser, clock.now()));

let mails: string[] = [];
let push = pushOnTrial();
const deps = (): DeliveryDependencies => ({
  database,
  clock,
  log: createLog('silent'),
  carrier: carrierOnTrial(),
  email: { send: async ({ key }) => void mails.push(key), close: () => {} },
  push,
  secrets: createSecrets(Buffer.alloc(32, 7)),
  portalUrl: async () => 'https://desk.example',
});
const instanceId = randomUUIDv7();
let key = '';

/** A message is claimed by a worker that dies: it may have left, or not. */
const dieWith = async (channel: 'email' | 'push', more: Partial<MessageOrder> = {}): Promise<void> => {
  key = randomUUIDv7();
  const order: MessageOrder = {
    key,
    to: { patientId },
    channel,
    purpose: 'care',
    content: { subject: 'From us', text: 'Something' },
    cause: { kind: 'workflow', instanceId, workflowName: 'w', step: 's' },
    ...more,
  };
  await inside((trx) => queueMessages(trx, [order], clock.now()));
  const { messages } = await claimBatch(deps(), clinic.id, clock.now());
  assert.equal(messages.length, 1);
  clock.advance(lease);
};
const standing = () =>
  inside((trx) =>
    trx
      .selectFrom('messages')
      .select(['id', 'status', 'reason'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  );
const facts = async () => (await inside((trx) => takeMessageFacts(trx))).map(({ fact }) => fact.fact);
const counted = async (): Promise<number> => {
  const { rows } = await inside((trx) =>
    sql`SELECT FROM contact_decisions WHERE key = ${key} AND counted_at IS NOT NULL`.execute(trx),
  );
  return rows.length;
};
const leftTimes = (): number => mails.length + push.sent.length;

beforeEach(async () => {
  mails = [];
  push = pushOnTrial();
  clock.advance({ hours: 48 });
  await facts();
});

for (const channel of ['email', 'push'] as const) {
  test(`${channel}: what may have left is sent once more with the same mark, and takes no second place under the caps`, async () => {
    await dieWith(channel);
    await deliverDue(deps());
    const { id, status } = await standing();
    assert.equal(status, 'sent');
    assert.deepEqual([...mails, ...push.sent.map(({ note }) => note.tag)], [id]);
    assert.equal(await counted(), 1);
    assert.deepEqual(await facts(), ['sent']);
  });

  test(`${channel}: who said no in between gets it no second time, and nobody claims to know whether they got it once`, async () => {
    await dieWith(channel);
    const no = { patientId, address: null, channel, purpose: null, how: 'staff', userId: null } as const;
    const { optOutId } = await inside((trx) => optOut(trx, no, clock.now()));
    await deliverDue(deps());
    assert.equal(leftTimes(), 0);
    const { status, reason } = await standing();
    assert.deepEqual([status, reason], ['unknown', 'not-repeated']);
    // It may have reached them: its place under the caps stays taken.
    assert.equal(await counted(), 1);
    assert.deepEqual(await facts(), ['unknown']);
    await inside((trx) =>
      sql`UPDATE contact_opt_outs SET lifted_at = ${clock.now()}, lifted_how = 'keyword' WHERE id = ${optOutId}`.execute(
        trx,
      ),
    );
  });
}

test('a repeat whose time is over is none', async () => {
  await dieWith('email', { expiresAt: clock.now().add({ seconds: 30 }) });
  await deliverDue(deps());
  assert.equal(leftTimes(), 0);
  const { status, reason } = await standing();
  assert.deepEqual([status, reason], ['unknown', 'not-repeated']);
});

test('an address that said no is not written to again, though the person has another', async () => {
  await dieWith('email');
  const no = {
    patientId,
    address: email,
    channel: 'email',
    purpose: null,
    how: 'link',
    userId: null,
  } as const;
  await inside((trx) => optOut(trx, no, clock.now()));
  await deliverDue(deps());
  assert.equal(leftTimes(), 0);
});
