import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { before, beforeEach, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { takeMessageFacts } from '../messages/delivery/tell-facts.ts';
import { inClinic } from '../platform/database/database.ts';
import { codeIn, messagesOnTrial } from './messages-on-trial.ts';
import { exampleSubscription } from './rules/patient-page-view.ts';

const app = await startDemoApp();
const { clinic, carrier, push, send, template, messageOf } = messagesOnTrial(app);
const instanceId = randomUUIDv7();
let patientId: string;
let path: string;

before(async () => {
  app.clock.advance({ hours: 1, minutes: 30 });
  const { id } = await inClinic(app.database, clinic.id, (trx) =>
    trx
      .selectFrom('patients')
      .select('id')
      .where('given_name', '=', 'Laura')
      .where('family_name', '=', 'Bennett')
      .executeTakeFirstOrThrow(),
  );
  patientId = id;
  const templateId = await template({ en: { subject: null, body: '{{ link.page }}' } }, 'care', 'sms');
  await send({ to: { patientId }, channel: 'sms', content: { templateId } });
  path = `/api/v1/links/${codeIn(carrier.sent.at(-1)!.body)}/page/notifications`;
});
beforeEach(() => {
  push.sent = [];
  push.answer = () => 'sent';
  app.clock.advance({ hours: 72 });
});

const ask = async (method: string, to: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${app.url}${to}`, { method, headers, body: JSON.stringify(body) })).status;
};
const browserAt = (name: string) => ({
  ...exampleSubscription,
  endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
});
const browsers = () =>
  inClinic(app.database, clinic.id, (trx) =>
    trx.selectFrom('push_subscriptions').select('endpoint').execute(),
  );
const notify = async () =>
  messageOf(
    await send({
      to: { patientId },
      channel: 'push',
      content: { text: 'Your retainer is here.', subject: 'Good news' },
      cause: { kind: 'workflow', instanceId, workflowName: 'Retainers', step: 'push' },
    }),
  );
const facts = async () => {
  const told = await inClinic(app.database, clinic.id, (trx) => takeMessageFacts(trx));
  return told.filter((one) => one.instanceId === instanceId).map(({ fact }) => fact.fact);
};

test('who takes no notifications is told so at once: the next channel is tried', async () => {
  const { status, reason } = await notify();
  assert.deepEqual([status, reason, await facts()], ['failed', 'no-address', ['failed']]);
});

test('a notification reaches every browser of a person and opens their page', async () => {
  for (const name of ['a', 'b', 'b']) assert.equal(await ask('PUT', path, browserAt(name)), 200);
  assert.equal((await notify()).status, 'sent');
  assert.equal(push.sent.length, 2);
  const { note } = push.sent[0]!;
  assert.deepEqual([note.title, note.body], ['Good news', 'Your retainer is here.']);
  assert.equal((await fetch(`${app.url}/api/v1/links/${codeIn(note.url)}/page`)).status, 200);
  assert.deepEqual(await facts(), ['sent']);
});

test('a browser that is gone is forgotten; with none left the next channel is tried', async () => {
  push.answer = ({ endpoint }) => (endpoint.endsWith('/a') ? 'gone' : 'sent');
  assert.equal((await notify()).status, 'sent');
  assert.deepEqual(
    (await browsers()).map(({ endpoint }) => endpoint),
    [browserAt('b').endpoint],
  );
  push.answer = () => 'gone';
  app.clock.advance({ hours: 72 });
  const { status, reason } = await notify();
  assert.deepEqual([status, reason], ['failed', 'no-address']);
  assert.deepEqual(await browsers(), []);
  assert.deepEqual(await facts(), ['sent', 'failed']);
});

test('notifications end where they were taken, and so many browsers are enough', async () => {
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    app.clock.advance({ seconds: 1 });
    await ask('PUT', path, browserAt(name));
  }
  assert.equal((await browsers()).length, 5);
  assert.equal(await ask('POST', `${path}/end`, { endpoint: browserAt('6').endpoint }), 200);
  assert.equal((await browsers()).length, 4);
});

test('this server sends to browsers’ own push services and to nobody else', async () => {
  for (const endpoint of [
    'http://fcm.googleapis.com/a',
    'https://127.0.0.1/a',
    'https://169.254.169.254/latest',
    'https://fcm.googleapis.com:8443/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://user@fcm.googleapis.com/a',
    'nonsense',
  ])
    assert.equal(await ask('PUT', path, { ...exampleSubscription, endpoint }), 400, endpoint);
  assert.equal(
    await ask('PUT', path.replace(/links\/\w+/, 'links/AAAAAAAAAAAAAAAA'), exampleSubscription),
    404,
  );
});
