import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { eventsSince } from '../../test/fixtures/events-since.ts';
import type { RecordedEvent } from '../events/rules/recorded-event.ts';
import type { CareChanged, CareView } from './rules/care-views.ts';

const app = await startDemoApp();
const [english] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;
const source = 'https://practice.example';

const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await (await app.as(olivia, method, `${base}${path}`, body)).json()) as T;
const newEvents = (): Promise<RecordedEvent[]> => eventsSince(app.database, english.id, app.clock.now());

/** Each test has a patient, and an invoice and a plan, of its own. */
let invoice = { reference: '', amountCents: 12_500, currency: 'USD', dueOn: '2026-11-18' };
let plan = { reference: '', name: 'Aligners', totalCents: 480_000, currency: 'USD' };
let count = 0;
let patientId = '';
beforeEach(async () => {
  const person = { givenName: 'Nora', familyName: 'Fields', balanceCents: 48_000 };
  patientId = (await ask<{ id: string }>('POST', '/patients', person)).id;
  invoice = { ...invoice, reference: `INV-${patientId}` };
  plan = { ...plan, reference: `TP-${patientId}` };
  await newEvents();
});
const care = (): Promise<CareView> => ask('GET', `/patients/${patientId}/care`);

const event = (type: string, data: object, time = '2026-11-20T14:00:00Z') => ({
  specversion: '1.0',
  id: `e-${(count += 1)}`,
  source,
  type,
  time,
  data: { patient: { id: patientId }, ...data },
});
const send = async (sent: object): Promise<string> => {
  const answer = await ask<{ results?: { outcome: string }[]; code?: string }>('POST', '/events', sent);
  return answer.results?.[0]?.outcome ?? answer.code ?? '';
};

test('the same event from many at once writes one row and is one event', async () => {
  const failed = event('PAYMENT_FAILED', { amountCents: 12_500, currency: 'USD', fault: 'card_expired' });
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(failed)));
  assert.deepEqual(outcomes.sort(), ['known', 'known', 'known', 'recorded']);
  const { payments } = await care();
  assert.deepEqual(
    payments.map(({ status, fault }) => [status, fault]),
    [['failed', 'card_expired']],
  );
  const [recorded, ...more] = await newEvents();
  assert.deepEqual(
    [recorded?.payload, more.length],
    [{ ...recorded?.payload, paymentId: payments[0]?.id }, 0],
  );
});

test('one payment goes through its life under its reference, and the balance with it', async () => {
  assert.equal(await send(event('PAYMENT_DUE', invoice, '2026-11-18T09:00:00Z')), 'recorded');
  assert.equal(await send(event('PAYMENT_FAILED', invoice, '2026-11-18T10:00:00Z')), 'recorded');
  assert.equal(await send(event('PAYMENT_FAILED', invoice, '2026-11-19T10:00:00Z')), 'recorded');
  assert.equal(await send(event('PAYMENT_RECEIVED', invoice, '2026-11-20T10:00:00Z')), 'recorded');
  const { payments, balance } = await care();
  assert.deepEqual(
    payments.map(({ status, reference }) => [status, reference]),
    [['received', invoice.reference]],
  );
  assert.equal(balance.cents, 35_500);
});

test('what overtakes on its way does not undo what came after it', async () => {
  assert.equal(await send(event('PAYMENT_RECEIVED', invoice, '2026-11-20T10:00:00Z')), 'recorded');
  assert.equal(await send(event('PAYMENT_FAILED', invoice, '2026-11-18T10:00:00Z')), 'known');
  assert.equal(await send(event('PAYMENT_DUE', invoice, '2026-11-17T10:00:00Z')), 'known');
  assert.equal(await send(event('TREATMENT_STARTED', plan)), 'recorded');
  assert.equal(await send(event('TREATMENT_PLAN_CREATED', plan, '2026-11-01T10:00:00Z')), 'known');
  const { payments, plans } = await care();
  assert.deepEqual([payments[0]?.status, plans[0]?.phase, plans.length], ['received', 'active', 1]);
  assert.deepEqual(
    (await newEvents()).map(({ kind }) => kind),
    ['PAYMENT_RECEIVED', 'TREATMENT_STARTED'],
  );
});

test('what has no reference is found by what makes it known: the plan’s name, the amount, what was planned', async () => {
  const asked = await ask<CareChanged>('POST', `/patients/${patientId}/payments`, { amountCents: 9_900 });
  const made = await ask<CareChanged>('POST', `/patients/${patientId}/treatment-plans`, { name: 'Aligners' });
  const planned = await ask<CareChanged>('POST', `/patients/${patientId}/procedures`, { name: 'Scan' });
  await send(event('PAYMENT_RECEIVED', { amountCents: 9_900, currency: 'USD' }, '2026-11-20T16:00:00Z'));
  await send(event('TREATMENT_PLAN_ACCEPTED', { name: 'aligners' }));
  await send(event('PROCEDURE_COMPLETED', { name: 'Scan' }));
  const { plans, procedures, payments } = await care();
  assert.deepEqual(
    [plans, procedures, payments].map((rows) => rows.map(({ id }) => id)),
    [[made.id], [planned.id], [asked.id]],
  );
  assert.deepEqual(
    [plans[0]?.phase, procedures[0]?.doneAt, payments[0]?.status],
    ['accepted', '2026-11-20T14:00:00Z', 'received'],
  );
});

test('marked by hand and told by the practice system, in either order, it happened once', async () => {
  const asked = await ask<CareChanged>('POST', `/patients/${patientId}/payments`, { amountCents: 9_900 });
  await ask('PATCH', `/payments/${asked.id}`, { status: 'received' });
  const told = { paymentId: asked.id, amountCents: 9_900, currency: 'USD' };
  assert.equal(await send(event('PAYMENT_RECEIVED', told, '2026-11-20T16:00:00Z')), 'known');
  assert.equal((await care()).balance.cents, 38_100);
  assert.deepEqual(
    (await newEvents()).map(({ kind }) => kind),
    ['PAYMENT_DUE', 'PAYMENT_RECEIVED'],
  );
});

test('a reference that is another patient’s, and money of another country, are not mixed up', async () => {
  await send(event('PAYMENT_FAILED', invoice));
  const euros = { reference: `EUR-${patientId}`, amountCents: 7_700, currency: 'EUR' };
  assert.equal(await send(event('PAYMENT_DUE', euros)), 'recorded');
  assert.equal((await care()).balance.cents, 48_000);
  const wrong = { ...invoice, currency: 'EUR' };
  assert.equal(await send(event('PAYMENT_RECEIVED', wrong, '2026-11-21T00:00:00Z')), 'invalid');
  const other = await ask<{ id: string }>('POST', '/patients', { givenName: 'Ida', familyName: 'Fields' });
  const mixed = event('PAYMENT_RECEIVED', { ...invoice, patient: { id: other.id } });
  assert.equal(await send(mixed), 'invalid');
  assert.equal(await send(event('TREATMENT_STARTED', { ...plan, treatmentPlanId: other.id })), 'invalid');
});
