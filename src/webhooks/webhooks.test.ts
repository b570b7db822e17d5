import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { dispatchEvents } from '../events/dispatch-events.ts';
import { recordEvent } from '../events/record-event.ts';
import { eventKinds, type EventKind } from '../events/rules/event-kinds.ts';
import { inClinic } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { createSecrets } from '../platform/secrets.ts';
import { createLog } from '../platform/log.ts';
import type { EmailMessage } from '../ports/email/email.port.ts';
import { deliver } from './deliver.ts';
import { forbiddenAddresses } from './forbidden-addresses.ts';
import { queueDeliveries } from './queue-deliveries.ts';
import { replayBatch } from './replay-since.ts';
import { nextAttempt } from './rules/retry-plan.ts';
import type { DeliveryPage, TestResult, WebhookView } from './rules/webhook-views.ts';
import { tellOwners } from './tell-owners.ts';
import { deliverJob, noticeJob, replayJob, type OneDelivery, type Replay } from './webhook-work.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const daniel = 'daniel.brooks@lakeside.example';
const base = `/api/v1/clinics/${english.id}/webhooks`;

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answerWith = 204;
let saying = '';
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    response.writeHead(answerWith).end(saying);
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
after(() => receiver.close());
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

/** Jobs wait here until they are run by hand. */
const jobs: { data: OneDelivery; startAfter: Temporal.Instant | undefined }[] = [];
const others: { name: string; data: unknown }[] = [];
const send: JobSender = async (_trx, { name }, data, options) =>
  void (name === deliverJob.name
    ? jobs.push({ data: data as OneDelivery, startAfter: options?.startAfter })
    : others.push({ name, data }));
const mails: EmailMessage[] = [];
const secrets = createSecrets(new Uint8Array(32).fill(7));
const deps = {
  database: app.database,
  clock: app.clock,
  secrets,
  send,
  log: createLog('silent'),
  email: { send: async (mail: EmailMessage) => void mails.push(mail), close: () => {} },
  portalUrl: async () => 'https://desk.example',
  isForbidden: forbiddenAddresses({ ownNetworkAllowed: true }),
};
/** What the API asked for runs as a worker would run it. */
const replay = async (asked: Replay): Promise<void> => {
  await replayBatch(deps, asked);
  for (let next = others.pop(); next !== undefined; next = others.pop()) {
    assert.equal(next.name, replayJob.name);
    await replayBatch(deps, next.data as Replay);
  }
};
const runJobs = async (): Promise<void> => {
  for (const { data } of jobs.splice(0)) await deliver(deps, data);
};
const happen = async (kind: EventKind): Promise<void> => {
  const payload = eventKinds[kind].payload.parse(eventKinds[kind].example);
  const occurredAt = app.clock.now();
  await inClinic(app.database, english.id, (trx) => recordEvent(trx, { kind, occurredAt, payload }));
  await dispatchEvents(app.database, english.id, [queueDeliveries(deps)], app.clock.now());
};
const ask = async <T>(method: string, path = '', body?: unknown, status = 200): Promise<T> => {
  const answer = await app.as(daniel, method, base + path, body);
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return (text === '' ? null : JSON.parse(text)) as T;
};
const add = (kinds: EventKind[]) =>
  ask<{ webhook: WebhookView; secret: string }>('POST', '', { url, kinds }, 201);
const only = async (id: string) =>
  (await ask<{ webhooks: WebhookView[] }>('GET')).webhooks.find((one) => one.id === id)!;

test('what is wanted is sent once, signed as Standard Webhooks say', async () => {
  const { webhook, secret } = await add(['LEAD_CREATED']);
  await happen('PAYMENT_DUE');
  await happen('LEAD_CREATED');
  assert.equal(jobs.length, 1);
  const [job] = jobs;
  await runJobs();
  await deliver(deps, job!.data);
  assert.equal(received.length, 1);
  const { headers, body } = received.pop()!;
  const now = Math.floor(app.clock.now().epochMilliseconds / 1000);
  assert.equal(headers['webhook-timestamp'], String(now));
  const sentAt = new Date(now * 1000);
  const expected = new Webhook(secret).sign(String(headers['webhook-id']), sentAt, body);
  assert.equal(headers['webhook-signature'], expected);
  const { type, data } = JSON.parse(body) as { type: string; data: { id: string; payload: unknown } };
  assert.deepEqual(
    [type, data.id, data.payload],
    ['LEAD_CREATED', headers['webhook-id'], { leadId: null, interest: 'braces', origin: 'website' }],
  );

  const { deliveries } = await ask<DeliveryPage>('GET', `/${webhook.id}/deliveries`);
  assert.deepEqual(
    deliveries.map(({ status, lastStatus }) => [status, lastStatus]),
    [['delivered', 204]],
  );
  await ask('POST', `/${webhook.id}/deliveries/${deliveries[0]!.id}/replay`, undefined, 202);
  await deliver(deps, { clinicId: english.id, deliveryId: deliveries[0]!.id });
  assert.equal(received.pop()?.headers['webhook-id'], headers['webhook-id']);
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
});

test('what does not arrive is tried again later, and a success forgets the failures', async () => {
  const { webhook } = await add([]);
  answerWith = 500;
  await happen('LEAD_CREATED');
  await runJobs();
  assert.equal(jobs[0]?.startAfter?.toString(), nextAttempt(1, app.clock.now())?.toString());
  assert.equal((await only(webhook.id)).failingSince, app.clock.now().toString());
  answerWith = 200;
  await runJobs();
  assert.equal(jobs.length, 0);
  assert.equal((await only(webhook.id)).failingSince, null);
  assert.equal(received.splice(0).length, 2);
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
});

test('a redirect is no delivery; after five days of failing a webhook is switched off, and on again by hand', async () => {
  const { webhook } = await add([]);
  answerWith = 302;
  await happen('LEAD_CREATED');
  await runJobs();
  assert.equal((await only(webhook.id)).enabled, true);
  app.clock.advance({ hours: 5 * 24 });
  await runJobs();
  const { enabled, disabledAt } = await only(webhook.id);
  assert.deepEqual([enabled, disabledAt], [false, app.clock.now().toString()]);
  assert.equal(jobs.length, 0);
  await happen('LEAD_CREATED');
  assert.equal(jobs.length, 0);
  const again = await ask<WebhookView>('PATCH', `/${webhook.id}`, { enabled: true });
  assert.deepEqual([again.enabled, again.failingSince, again.disabledAt], [true, null, null]);
  answerWith = 410;
  await happen('LEAD_CREATED');
  await runJobs();
  assert.equal((await only(webhook.id)).enabled, false);
  others.length = 0;
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
});

test('what the receiver said is shown, and why nobody answered', async () => {
  const { webhook } = await add(['LEAD_CREATED']);
  answerWith = 422;
  saying = `${'x'.repeat(998)}\u0000no${'y'.repeat(5000)}`;
  await happen('LEAD_CREATED');
  await runJobs();
  const last = async () => (await ask<DeliveryPage>('GET', `/${webhook.id}/deliveries`)).deliveries[0]!;
  const { lastStatus, lastResponse, lastFailure } = await last();
  assert.deepEqual([lastStatus, lastResponse, lastFailure], [422, `${'x'.repeat(998)}no`, null]);
  const listening = receiver.address() as AddressInfo;
  await ask('PATCH', `/${webhook.id}`, { url: `https://127.0.0.1:${listening.port}/` });
  await runJobs();
  assert.equal((await last()).lastStatus, null);
  await ask('PATCH', `/${webhook.id}`, { url: 'http://127.0.0.1:1/' });
  await runJobs();
  assert.deepEqual([(await last()).attempts, (await last()).status], [3, 'pending']);
  assert.deepEqual(
    (await ask<DeliveryPage>('GET', `/${webhook.id}/deliveries?status=failed`)).deliveries,
    [],
  );
  [answerWith, saying] = [200, ''];
  jobs.length = 0;
  received.length = 0;
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
});

test('a test is sent at once, signed, also where the webhook is off, and leaves no trace', async () => {
  const { webhook, secret } = await add([]);
  await ask('PATCH', `/${webhook.id}`, { enabled: false });
  [answerWith, saying] = [202, 'thank you'];
  const result = await ask<TestResult>('POST', `/${webhook.id}/test`, {});
  assert.deepEqual([result.lastStatus, result.lastResponse, result.lastFailure], [202, 'thank you', null]);
  const { headers, body } = received.pop()!;
  const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000);
  assert.equal(
    headers['webhook-signature'],
    new Webhook(secret).sign(String(headers['webhook-id']), sentAt, body),
  );
  assert.equal((JSON.parse(body) as { type: string }).type, 'TEST');
  assert.deepEqual((await ask<DeliveryPage>('GET', `/${webhook.id}/deliveries`)).deliveries, []);
  [answerWith, saying] = [200, ''];
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
  await ask('POST', `/${webhook.id}/test`, {}, 404);
});

test('what was missed since a time is sent again: also what happened while it was off, nothing that arrived', async () => {
  const since = app.clock.now().toString();
  const { webhook } = await add(['LEAD_CREATED']);
  await happen('LEAD_CREATED');
  await runJobs();
  await ask('PATCH', `/${webhook.id}`, { enabled: false });
  await happen('LEAD_CREATED');
  await happen('PAYMENT_DUE');
  await ask('POST', `/${webhook.id}/replay`, { since }, 409);
  await ask('PATCH', `/${webhook.id}`, { enabled: true });
  await ask('POST', `/${webhook.id}/replay`, { since }, 202);
  const asked = { clinicId: english.id, webhookId: webhook.id, since: '2000-01-01T00:00:00Z', after: null };
  const before = received.splice(0).map(({ headers }) => headers['webhook-id']);
  assert.equal(before.length, 1);
  await replay({ ...asked, what: 'missed' });
  const again = jobs.length;
  await replay({ ...asked, what: 'missed' });
  assert.equal(jobs.length, again, 'what is being tried is left alone');
  await runJobs();
  assert.equal(
    received.some(({ headers }) => headers['webhook-id'] === before[0]),
    false,
  );
  assert.ok(received.every(({ body }) => body.includes('LEAD_CREATED')));
  const missed = received.splice(0).length;
  assert.ok(missed >= 1);
  await replay({ ...asked, what: 'all' });
  await runJobs();
  assert.equal(received.splice(0).length, missed + 1);
  await ask('POST', `/${webhook.id}/replay`, { since: 'yesterday' }, 400);
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
  await replay({ ...asked, what: 'all' });
  assert.equal(jobs.length, 0);
});

test('owners are told in their language when one is switched off, unless it works again by then', async () => {
  const { webhook } = await add(['LEAD_CREATED']);
  answerWith = 410;
  await happen('LEAD_CREATED');
  await runJobs();
  answerWith = 200;
  const notice = others.pop();
  assert.deepEqual(notice, {
    name: noticeJob.name,
    data: { clinicId: english.id, webhookId: webhook.id },
  });
  const which = { clinicId: english.id, webhookId: webhook.id };
  await tellOwners(deps, which);
  await tellOwners(deps, which);
  const [mail, repeated, ...more] = mails.splice(0);
  assert.deepEqual(more, []);
  assert.equal(mail?.to, 'margaret.chen@lakeside.example');
  assert.equal(mail.key, repeated?.key);
  assert.match(mail.subject, /^Webhook switched off: 127\.0\.0\.1:\d+ – Lakeside Dental/);
  assert.match(mail.text, new RegExp(`https://desk.example/clinics/${english.id}/settings/webhooks`));
  await ask('PATCH', `/${webhook.id}`, { enabled: true });
  await tellOwners(deps, which);
  assert.equal(mails.length, 0);
  received.length = 0;
  await ask('DELETE', `/${webhook.id}`, undefined, 204);
});

test('only managers see webhooks, and only those of their clinic', async () => {
  const { webhook } = await add([]);
  const receptionist = await app.as('olivia.martin@lakeside.example', 'GET', base);
  assert.equal(receptionist.status, 403);
  const katharina = 'katharina.vogt@praxis-am-park.example';
  const elsewhere = `/api/v1/clinics/${german.id}/webhooks/${webhook.id}`;
  assert.equal((await app.as(katharina, 'PATCH', elsewhere, { enabled: false })).status, 404);
  assert.equal((await app.as(katharina, 'DELETE', elsewhere)).status, 404);
  assert.equal((await app.as(katharina, 'GET', `${elsewhere}/deliveries`)).status, 404);
  await ask('POST', `/${webhook.id}/deliveries/${randomUUIDv7()}/replay`, undefined, 404);
  assert.equal((await app.as(katharina, 'POST', `${elsewhere}/test`, {})).status, 404);
  const since = '2026-11-20T00:00:00Z';
  assert.equal((await app.as(katharina, 'POST', `${elsewhere}/replay`, { since })).status, 404);
  await ask('POST', '', { url: 'ftp://practice.example', kinds: [] }, 400);
});
