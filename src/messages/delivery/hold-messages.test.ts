import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { seedDemo } from '../../demo/seed-demo.ts';
import { manualClock } from '../../platform/clock.ts';
import { inClinic } from '../../platform/database/database.ts';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { carrierOnTrial } from './carrier-on-trial.ts';
import { deliverOnTrial } from './deliver-on-trial.ts';
import { holdMessages, releaseMessages } from './hold-messages.ts';
import { queueMessages } from './queue-message.ts';
import { takeMessageFacts } from './tell-facts.ts';
import { withdrawMessages } from './withdraw-messages.ts';

const { database } = await testDatabase();
const clock = manualClock('2026-11-18T16:00:00Z');
const clinic = (await seedDemo(database, 'secret', clock.now()))[0]!;
const within = <T>(work: Parameters<typeof inClinic<T>>[2]): Promise<T> =>
  inClinic(database, clinic.id, work);
const people = await within((trx) =>
  trx.selectFrom('patients').select('id').where('birth_date', '<', '2000-01-01').execute(),
);
let carrier = carrierOnTrial();
const deliver = () => deliverOnTrial({ database, clock, carrier });
/** In-app, so that no pace and no hour is in the way. @returns the instances */
const order = async (count: number, inHours = 0): Promise<string[]> => {
  const instances = Array.from({ length: count }, () => randomUUIDv7());
  await within((trx) =>
    queueMessages(
      trx,
      instances.map((instanceId, index) => ({
        key: `${instanceId}:hello:0.0`,
        to: { patientId: people[index % people.length]!.id },
        channel: 'in-app' as const,
        purpose: 'care' as const,
        content: { text: `Hello ${index}` },
        dueAt: clock.now().add({ hours: inHours }),
        cause: { kind: 'workflow' as const, instanceId, workflowName: 'Hello', step: 'hello' },
      })),
      clock.now(),
    ),
  );
  return instances;
};
const statuses = async (): Promise<Record<string, number>> => {
  const rows = await within((trx) => trx.selectFrom('messages').select(['status', 'reason']).execute());
  const groups = Map.groupBy(rows, ({ status, reason }) =>
    reason === null ? status : `${status} ${reason}`,
  );
  return Object.fromEntries([...groups].map(([status, list]) => [status, list.length]));
};
const release = (ids: string[], choice: Parameters<typeof releaseMessages>[2]) =>
  within((trx) => releaseMessages(trx, ids, choice, clock.now()));

beforeEach(async () => {
  carrier = carrierOnTrial();
  clock.advance({ hours: 24 * 8 });
  await within((trx) => trx.deleteFrom('messages').execute());
});

test('held messages do not leave, and keep no worker awake', async () => {
  const ids = await order(3);
  await within((trx) => holdMessages(trx, ids));
  assert.equal(await deliver(), null);
  assert.deepEqual(await statuses(), { 'waiting paused': 3 });
  await within((trx) => withdrawMessages(trx, ids.slice(0, 1)));
  assert.deepEqual(await statuses(), { 'waiting paused': 2, 'withdrawn withdrawn': 1 });
});

test('what came due meanwhile is left out, and what was not due yet waits on', async () => {
  const ids = [...(await order(2)), ...(await order(1, 5))];
  await within((trx) => holdMessages(trx, ids));
  clock.advance({ hours: 1 });
  await release(ids, { overdue: 'skip' });
  await deliver();
  assert.deepEqual(await statuses(), { 'withdrawn paused': 2, waiting: 1 });
  assert.deepEqual(await within((trx) => takeMessageFacts(trx)), [], 'no other channel is tried instead');
  clock.advance({ hours: 5 });
  await deliver();
  assert.deepEqual(await statuses(), { 'withdrawn paused': 2, sent: 1 });
});

test('it is sent now, or bit by bit', async () => {
  const now = await order(2);
  await within((trx) => holdMessages(trx, now));
  await release(now, { overdue: 'send' });
  await deliver();
  assert.deepEqual(await statuses(), { sent: 2 });

  const spread = await order(4);
  await within((trx) => holdMessages(trx, spread));
  await release(spread, { overdue: 'spread', hours: 8 });
  await deliver();
  assert.equal((await statuses())['sent'], 3);
  clock.advance({ hours: 4 });
  await deliver();
  assert.equal((await statuses())['sent'], 5);
  clock.advance({ hours: 4 });
  await deliver();
  assert.deepEqual(await statuses(), { sent: 6 });
});
