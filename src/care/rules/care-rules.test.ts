import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { settleBalance, type PaymentStatus } from './settle-balance.ts';
import { eventOfPhase, treatmentPhaseSchema } from './treatment-phase.ts';
import type { Payment, Plan } from './care-records.ts';
import { planEvents } from './care-events.ts';
import { toldPayment, toldPlan, type PaymentEvent, type PlanEvent } from './told-change.ts';

const cents = fc.integer({ min: 0, max: 1_000_000 });
const owed = fc.integer({ min: -100_000, max: 1_000_000 });
const statuses: readonly PaymentStatus[] = ['due', 'failed', 'received', 'withdrawn'];

/** One payment through many states, alone with its patient. */
const walk = (balance: number, amountCents: number, way: readonly PaymentStatus[]) => {
  let settled = { balanceCents: balance, movedCents: 0 };
  for (const status of way)
    settled = settleBalance({ amountCents, movedCents: settled.movedCents, status }, settled.balanceCents, 0);
  return settled;
};

test('whatever happened to a payment: withdrawn, it leaves the balance as it found it', () => {
  fc.assert(
    fc.property(owed, cents, fc.array(fc.constantFrom(...statuses)), (balance, amount, way) => {
      assert.deepEqual(walk(balance, amount, [...way, 'withdrawn']), {
        balanceCents: balance,
        movedCents: 0,
      });
    }),
  );
});

test('what a payment does depends on its state, not on the way there', () => {
  fc.assert(
    fc.property(
      owed,
      cents,
      fc.array(fc.constantFrom(...statuses)),
      fc.constantFrom(...statuses),
      (balance, amount, way, last) => {
        assert.deepEqual(walk(balance, amount, [...way, last]), walk(balance, amount, [last]));
      },
    ),
  );
});

test('nobody gets a credit out of a payment, and what is asked for is owed', () => {
  fc.assert(
    fc.property(owed, cents, cents, fc.constantFrom(...statuses), (balance, amount, other, status) => {
      const after = settleBalance({ amountCents: amount, movedCents: 0, status }, balance, other);
      if (balance < 0) return assert.equal(after.balanceCents, balance);
      assert.ok(after.balanceCents >= 0);
      if (status === 'due' || status === 'failed') assert.ok(after.balanceCents >= amount + other);
      if (status === 'received') assert.ok(after.balanceCents <= balance);
    }),
  );
});

test('the balance by example', () => {
  const due = (balance: number, amount: number, other = 0) =>
    settleBalance({ amountCents: amount, movedCents: 0, status: 'due' }, balance, other).balanceCents;
  const paid = (balance: number, amount: number, other = 0) =>
    settleBalance({ amountCents: amount, movedCents: 0, status: 'received' }, balance, other).balanceCents;
  assert.equal(due(48_000, 12_500), 48_000); // an instalment of what is owed
  assert.equal(due(0, 12_500), 12_500);
  assert.equal(due(12_500, 12_500, 12_500), 25_000);
  assert.equal(paid(48_000, 12_500), 35_500);
  assert.equal(paid(5_000, 12_500), 0); // the practice system has booked it already
  assert.equal(paid(-2_000, 12_500), -2_000);
  assert.equal(paid(20_000, 12_500, 12_500), 12_500); // what others ask for is still owed
});

test('going on is told, going back puts right', () => {
  const told = (from: string, to: string) =>
    eventOfPhase(treatmentPhaseSchema.parse(from), treatmentPhaseSchema.parse(to));
  assert.deepEqual(told('proposed', 'accepted'), { kind: 'TREATMENT_PLAN_ACCEPTED' });
  assert.deepEqual(told('proposed', 'active'), { kind: 'TREATMENT_STARTED' });
  assert.deepEqual(told('active', 'completed'), { kind: 'TREATMENT_MILESTONE', milestone: 'completed' });
  assert.deepEqual(told('declined', 'accepted'), { kind: 'TREATMENT_PLAN_ACCEPTED' });
  for (const [from, to] of [
    ['active', 'accepted'],
    ['active', 'active'],
    ['proposed', 'declined'],
    ['active', 'stopped'],
    ['declined', 'proposed'],
  ] as const)
    assert.equal(told(from, to), null, `${from} to ${to}`);
});

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-20T${time}:00Z`);
const plan: Plan = {
  id: '0199a1b2-5a10-7c3d-9e4f-2b1c0d9e8f70',
  patientId: '0199a1b2-0000-7000-8000-000000000001',
  name: 'Aligners',
  phase: 'active',
  phaseSince: at('10:00'),
  milestone: null,
  totalCents: null,
  currency: 'USD',
  link: null,
  source: 'frontdesk',
  reference: null,
  revision: 1,
};
const planEvent = (kind: PlanEvent['kind'], time: string, milestone = ''): PlanEvent =>
  ({
    kind,
    occurredAt: at(time),
    payload: {
      treatmentPlanId: null,
      reference: null,
      name: 'Aligners',
      totalCents: null,
      currency: null,
      milestone,
    },
  }) as PlanEvent;

test('what a practice system says late takes no plan back', () => {
  assert.equal(toldPlan(plan, planEvent('TREATMENT_PLAN_CREATED', '11:00')), null);
  assert.equal(toldPlan(plan, planEvent('TREATMENT_STARTED', '11:00')), null);
  assert.equal(toldPlan({ ...plan, phase: 'declined' }, planEvent('TREATMENT_STARTED', '09:00')), null);
  const started = toldPlan({ ...plan, phase: 'declined' }, planEvent('TREATMENT_STARTED', '11:00'));
  assert.equal(started?.phase, 'active');
});

test('a milestone is taken once; those that end the treatment end it', () => {
  const half = toldPlan(plan, planEvent('TREATMENT_MILESTONE', '11:00', 'half way'));
  assert.deepEqual([half?.phase, half?.milestone], ['active', 'half way']);
  assert.equal(toldPlan(half!, planEvent('TREATMENT_MILESTONE', '12:00', 'half way')), null);
  assert.equal(toldPlan(plan, planEvent('TREATMENT_MILESTONE', '09:00', 'half way')), null);
  const done = toldPlan(plan, planEvent('TREATMENT_MILESTONE', '11:00', 'completed'));
  assert.equal(done?.phase, 'completed');
});

test('a plan that was entered in the middle of a treatment has not been proposed now', () => {
  assert.deepEqual(planEvents(null, plan, at('11:00')), []);
  const [created] = planEvents(null, { ...plan, phase: 'proposed' }, at('11:00'));
  assert.equal(created?.kind, 'TREATMENT_PLAN_CREATED');
});

const payment: Payment = {
  id: '0199a1b2-5a10-7c3d-9e4f-2b1c0d9e8f72',
  patientId: plan.patientId,
  planId: null,
  amountCents: 12_500,
  currency: 'USD',
  dueOn: null,
  status: 'received',
  statusSince: at('10:00'),
  fault: null,
  link: null,
  source: 'frontdesk',
  reference: null,
  dueRecorded: true,
  movedCents: 0,
  revision: 1,
};
const paymentEvent = (kind: PaymentEvent['kind'], time: string): PaymentEvent =>
  ({
    kind,
    occurredAt: at(time),
    payload: {
      paymentId: null,
      reference: null,
      amountCents: 12_500,
      currency: 'USD',
      dueOn: null,
      fault: 'card_expired',
    },
  }) as PaymentEvent;

test('a payment that arrived is not unpaid because an older message comes late', () => {
  assert.equal(toldPayment(payment, paymentEvent('PAYMENT_FAILED', '09:59')), null);
  assert.equal(toldPayment(payment, paymentEvent('PAYMENT_RECEIVED', '11:00')), null);
  assert.equal(toldPayment(payment, paymentEvent('PAYMENT_DUE', '11:00')), null);
  const back = toldPayment(payment, paymentEvent('PAYMENT_FAILED', '11:00'));
  assert.deepEqual([back?.status, back?.fault], ['failed', 'card_expired']);
  const again = toldPayment(back!, paymentEvent('PAYMENT_FAILED', '12:00'));
  assert.equal(again?.status, 'failed');
});
