import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { inClinic } from '../../platform/database/database.ts';
import { startDemoApp } from '../../../test/fixtures/demo-app.ts';
import { queueMessage, queueMessages } from './queue-message.ts';
import type { MessageOrder } from '../rules/message-order.ts';
import { clinicsWithMessageFacts, takeMessageFacts } from './tell-facts.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const now = app.clock.now();
const patients = await inClinic(app.database, clinic.id, (trx) =>
  trx
    .selectFrom('patients')
    .select(['id', 'given_name', 'birth_date'])
    .where('clinic_id', '=', clinic.id)
    .execute(),
);
const idOf = (name: string) => patients.find(({ given_name: given }) => given === name)!.id;
const instanceId = randomUUIDv7();
const order = (key: string, patientId: string): MessageOrder => ({
  key,
  to: { patientId },
  channel: 'sms',
  purpose: 'appointment',
  content: { text: 'See you tomorrow.' },
  cause: { kind: 'workflow', instanceId, workflowName: 'Reminders', step: '0' },
});
const outbox = () => app.database.selectFrom('message_outbox').selectAll().execute();

test('an order is one message, however often it is made', async () => {
  const patientId = idOf('Laura');
  const first = await inClinic(app.database, clinic.id, (trx) =>
    queueMessage(trx, order('a', patientId), now),
  );
  const again = await inClinic(app.database, clinic.id, (trx) =>
    queueMessage(trx, order('a', patientId), now),
  );
  assert.equal(first, again);
  assert.deepEqual(
    (await outbox()).map(({ message_id }) => message_id),
    [first],
  );
});

test('orders of two transactions at once make one message', async () => {
  const patientId = idOf('Laura');
  const ids = await Promise.all(
    Array.from({ length: 5 }, async () =>
      inClinic(app.database, clinic.id, (trx) =>
        queueMessages(trx, [order('b', patientId), order('c', patientId)], now),
      ),
    ),
  );
  assert.equal(new Set(ids.map((each) => each.get('b'))).size, 1);
  assert.equal((await outbox()).length, 3);
});

test('an order that is rolled back is none', async () => {
  const before = (await outbox()).length;
  await assert.rejects(
    inClinic(app.database, clinic.id, async (trx) => {
      await queueMessage(trx, order('d', idOf('Laura')), now);
      throw new Error('given up');
    }),
  );
  assert.equal((await outbox()).length, before);
});

test('somebody of another clinic cannot be written to: the message has failed, and says so once', async () => {
  await inClinic(app.database, german.id, (trx) => queueMessage(trx, order('e', idOf('Laura')), now));
  assert.deepEqual(await clinicsWithMessageFacts(app.database), [german.id]);
  const facts = await inClinic(app.database, german.id, (trx) => takeMessageFacts(trx));
  assert.deepEqual(
    facts.map(({ instanceId: of, fact }) => ({ of, fact })),
    [{ of: instanceId, fact: { fact: 'failed', reason: 'no-address' } }],
  );
  assert.deepEqual(await inClinic(app.database, german.id, (trx) => takeMessageFacts(trx)), []);
  assert.deepEqual(await clinicsWithMessageFacts(app.database), []);
});
