import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { recordEvent } from '../../events/record-event.ts';
import type { EventKind, EventPayload } from '../../events/rules/event-kinds.ts';
import { workThrough } from '../engine/work-through.ts';
import { definitionSchema } from '../rules/definition.ts';
import { paymentReminder } from '../rules/gallery/payment-reminder.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, deps, inside, publish, instancesOf } = onTrial;
const { clock } = app;
const laura = await onTrial.patientCalled('Laura');

const tell = async <K extends EventKind>(kind: K, payload: EventPayload<K>): Promise<void> => {
  await inside((trx) => recordEvent(trx, { kind, occurredAt: clock.now(), patientId: laura, payload }));
  await workThrough(deps);
};
const standings = async (workflowId: string) =>
  (await instancesOf(workflowId)).map(({ status, exit_reason }) => exit_reason ?? status);
const waits = [{ id: 'a-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } } }];

test('a payment ends the reminder of that payment, and of no other', async () => {
  const { definition } = paymentReminder;
  const workflowId = await publish({ ...definition.en, reentry: { rule: 'always' } });
  const paymentOf = () => ({
    paymentId: randomUUIDv7(),
    reference: null,
    amountCents: 12_500,
    currency: 'USD',
    dueOn: null,
  });
  const [rent, aligner, elsewhere] = [paymentOf(), paymentOf(), paymentOf()];
  await tell('PAYMENT_FAILED', { ...rent, fault: null });
  await tell('PAYMENT_FAILED', { ...aligner, fault: null });
  await tell('PAYMENT_RECEIVED', elsewhere);
  assert.deepEqual(await standings(workflowId), ['running', 'running']);
  await tell('PAYMENT_RECEIVED', aligner);
  assert.deepEqual(await standings(workflowId), ['running', 'PAYMENT_RECEIVED']);
  // Nobody said which: it is about the person.
  await tell('PAYMENT_RECEIVED', { ...elsewhere, paymentId: null });
  assert.deepEqual(await standings(workflowId), ['PAYMENT_RECEIVED', 'PAYMENT_RECEIVED']);
});

test('so do plans and procedures; an event of another sort is about the person', async () => {
  const workflowId = await publish(
    definitionSchema.parse({
      trigger: { events: ['TREATMENT_PLAN_CREATED'] },
      purpose: 'care',
      reentry: { rule: 'always' },
      exits: [{ when: 'event', kinds: ['TREATMENT_STARTED', 'PAYMENT_DUE'] }],
      steps: waits,
    }),
  );
  const checkIn = await publish(
    definitionSchema.parse({
      trigger: { events: ['PROCEDURE_COMPLETED'] },
      purpose: 'care',
      reentry: { rule: 'always' },
      exits: [{ when: 'event', kinds: ['PROCEDURE_COMPLETED'] }],
      steps: waits,
    }),
  );
  const planOf = () => ({
    treatmentPlanId: randomUUIDv7(),
    reference: null,
    name: 'Aligners',
    totalCents: null,
    currency: null,
  });
  const [plan, other, procedureId] = [planOf(), planOf(), randomUUIDv7()];
  await tell('TREATMENT_PLAN_CREATED', plan);
  await tell('TREATMENT_STARTED', other);
  const done = { procedureId, reference: null, code: null, name: 'Cleaning', practitionerId: null };
  await tell('PROCEDURE_COMPLETED', done);
  await tell('PROCEDURE_COMPLETED', { ...done, procedureId: randomUUIDv7() });
  assert.deepEqual(await standings(workflowId), ['running']);
  assert.deepEqual(await standings(checkIn), ['running', 'running']);
  const due = { reference: null, amountCents: 100, currency: 'USD', dueOn: null };
  await tell('PAYMENT_DUE', { ...due, paymentId: randomUUIDv7() });
  assert.deepEqual(await standings(workflowId), ['PAYMENT_DUE']);
});
