import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { eventsSince } from '../../test/fixtures/events-since.ts';
import { inClinic } from '../platform/database/database.ts';
import { recordDuePayments } from './record-due-payments.ts';
import type { CareChanged, CareView } from './rules/care-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;

type Answer<T> = { status: number; body: T & { code?: string } };
const ask = async <T = CareChanged>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
  const answer = await app.as(olivia, method, `${base}${path}`, body);
  return { status: answer.status, body: (await answer.json()) as Answer<T>['body'] };
};
const done = async (method: string, path: string, body?: unknown): Promise<CareChanged> => {
  const answer = await ask(method, path, body);
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
};
const kindsSince = async (): Promise<string[]> =>
  (await eventsSince(app.database, english.id, app.clock.now())).map(({ kind }) => kind);

let patientId = '';
beforeEach(async () => {
  const added = await ask<{ id: string }>('POST', '/patients', {
    givenName: 'Nora',
    familyName: 'Fields',
    balanceCents: 48_000,
  });
  patientId = added.body.id;
  await kindsSince();
});
const care = async (): Promise<CareView> => (await ask<CareView>('GET', `/patients/${patientId}/care`)).body;
const plans = () => `/patients/${patientId}/treatment-plans`;
const payments = () => `/patients/${patientId}/payments`;

test('a plan goes from its proposal to its end, and each step is told once', async () => {
  const { id } = await done('POST', plans(), { name: 'Aligners', totalCents: 480_000 });
  for (const phase of ['accepted', 'active', 'accepted', 'active', 'retention', 'completed'])
    await done('PATCH', `/treatment-plans/${id}`, { phase });
  assert.deepEqual(await kindsSince(), [
    'TREATMENT_PLAN_CREATED',
    'TREATMENT_PLAN_ACCEPTED',
    'TREATMENT_STARTED',
    'TREATMENT_MILESTONE',
    'TREATMENT_MILESTONE',
  ]);
  const [plan] = (await care()).plans;
  assert.deepEqual([plan?.phase, plan?.total], ['completed', { cents: 480_000, currency: 'USD' }]);
});

test('two who accept a plan at once are one yes; who changes what has changed is told so', async () => {
  const { id } = await done('POST', plans(), { name: 'Aligners' });
  const accept = () => ask('PATCH', `/treatment-plans/${id}`, { phase: 'accepted', revision: 1 });
  const answers = await Promise.all([accept(), accept(), accept()]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.deepEqual(await kindsSince(), ['TREATMENT_PLAN_CREATED', 'TREATMENT_PLAN_ACCEPTED']);
  const late = await ask('PATCH', `/treatment-plans/${id}`, { name: 'Braces', revision: 1 });
  assert.deepEqual([late.status, late.body.code], [409, 'conflict']);
});

test('a payment that several mark as received is taken off the balance once, and back when it was a mistake', async () => {
  const { id } = await done('POST', payments(), { amountCents: 12_500 });
  const receive = () => ask('PATCH', `/payments/${id}`, { status: 'received' });
  await Promise.all([receive(), receive(), receive(), receive()]);
  assert.equal((await care()).balance.cents, 35_500);
  assert.deepEqual(await kindsSince(), ['PAYMENT_DUE', 'PAYMENT_RECEIVED']);
  await done('PATCH', `/payments/${id}`, { status: 'due' });
  assert.equal((await care()).balance.cents, 48_000);
  assert.deepEqual(await kindsSince(), []);
});

test('two payments asked for at once are both owed', async () => {
  await done('PATCH', `/payments/${(await done('POST', payments(), { amountCents: 48_000 })).id}`, {
    status: 'received',
  });
  await Promise.all([1, 2, 3].map(() => done('POST', payments(), { amountCents: 10_000 })));
  assert.equal((await care()).balance.cents, 30_000);
});

test('a payment fails with its reason, is due on its day, and says when the day has passed', async () => {
  const { id } = await done('POST', payments(), { amountCents: 12_500, dueOn: '2026-11-19' });
  const failed = await done('PATCH', `/payments/${id}`, { status: 'failed', fault: 'card_expired' });
  const [payment] = failed.care.payments;
  assert.deepEqual(
    [payment?.status, payment?.fault, payment?.overdue, failed.care.balance.cents],
    ['failed', 'card_expired', true, 48_000],
  );
  assert.deepEqual(await kindsSince(), ['PAYMENT_DUE', 'PAYMENT_FAILED']);
});

test('a payment of a later day is told on that day, once, however many workers look', async () => {
  await done('POST', payments(), { amountCents: 12_500, dueOn: '2026-11-24' });
  const paid = await done('POST', payments(), { amountCents: 5_000, dueOn: '2026-11-24' });
  await done('PATCH', `/payments/${paid.id}`, { status: 'received' });
  const lookAt = (time: string) => recordDuePayments(app.database, Temporal.Instant.from(time));
  await lookAt('2026-11-23T20:00:00Z');
  await lookAt('2026-11-24T11:59:00Z'); // a minute before six in Chicago
  assert.deepEqual(await kindsSince(), ['PAYMENT_RECEIVED']);
  await Promise.all([1, 2, 3].map(() => lookAt('2026-11-24T12:00:00Z')));
  await lookAt('2026-11-24T22:00:00Z'); // the demo has one of the next day
  assert.deepEqual(await kindsSince(), ['PAYMENT_DUE']);
});

test('a procedure is planned, done once, and only what is planned can be taken away', async () => {
  const plan = await done('POST', plans(), { name: 'Aligners', phase: 'active' });
  const planned = await done('POST', `/patients/${patientId}/procedures`, { name: 'Scan', planId: plan.id });
  const path = `/procedures/${planned.id}`;
  await Promise.all([1, 2].map(() => done('PATCH', path, { done: true })));
  await done('PATCH', path, { done: false });
  await done('PATCH', path, { done: true });
  assert.deepEqual(await kindsSince(), ['PROCEDURE_COMPLETED']);
  assert.equal((await ask('DELETE', path)).status, 409);
  await done('PATCH', path, { done: false });
  assert.deepEqual((await done('DELETE', path)).care.procedures, []);
});

test('what belongs to another patient or another clinic is not there', async () => {
  const { id: foreign } = await inClinic(app.database, german.id, (trx) =>
    trx.selectFrom('patients').select('id').limit(1).executeTakeFirstOrThrow(),
  );
  const plan = await done('POST', plans(), { name: 'Aligners' });
  const other = await ask<{ id: string }>('POST', '/patients', { givenName: 'Ida', familyName: 'Fields' });
  for (const [method, path, body, status] of [
    ['GET', `/patients/${foreign}/care`, undefined, 404],
    ['POST', `/patients/${foreign}/payments`, { amountCents: 1 }, 404],
    ['POST', `/patients/${foreign}/procedures`, { name: 'Scan' }, 404],
    ['PATCH', `/treatment-plans/${randomUUIDv7()}`, { name: 'x' }, 404],
    ['PATCH', `/payments/${plan.id}`, { status: 'received' }, 404],
    ['POST', `/patients/${other.body.id}/payments`, { amountCents: 1, planId: plan.id }, 400],
    ['POST', `/patients/${patientId}/procedures`, { name: 'Scan', practitionerId: randomUUIDv7() }, 400],
  ] as const)
    assert.equal((await ask(method, path, body)).status, status, `${method} ${path}`);
});

test('bad input is refused by name', async () => {
  for (const body of [
    { amountCents: 0 },
    { amountCents: 1.5 },
    { amountCents: 3_000_000_000 },
    { amountCents: 1, dueOn: '0000-01-01' },
    { amountCents: 1, link: 'http://pay.example/1' },
    { amountCents: 1, link: 'javascript:alert(1)' },
    { amountCents: 1, link: 'HTTPS://pay.example/1' },
    { amountCents: 1, link: 'https://pay.example/a b' },
  ]) {
    const answer = await ask('POST', payments(), body);
    assert.deepEqual([answer.status, answer.body.code], [400, 'invalid'], JSON.stringify(body));
  }
});

test('the rows of two records that become one person are that person’s', async () => {
  const kept = patientId;
  const twin = await ask<{ id: string }>('POST', '/patients', { givenName: 'Nora', familyName: 'Fields' });
  const merged = twin.body.id;
  await done('POST', `/patients/${merged}/treatment-plans`, { name: 'Retainer' });
  await done('POST', `/patients/${merged}/payments`, { amountCents: 2_000 });
  const answer = await ask('POST', `/patients/${kept}/merge`, { duplicateId: merged, take: [] });
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  const { plans: plansThen, payments: paymentsThen, balance } = await care();
  assert.deepEqual([plansThen.length, paymentsThen.length, balance.cents], [1, 1, 50_000]);
});
