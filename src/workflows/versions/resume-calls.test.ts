import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workThrough } from '../engine/work-through.ts';
import { definitionSchema } from '../rules/definition.ts';
import type { Overdue } from '../rules/workflow-views.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';
import { pauseWorkflow, resumeWorkflow } from './switch-workflow.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, deps, by, inside, publish, instancesOf, steps, created } = onTrial;
const { clock } = app;
const called = definitionSchema.parse({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'call', do: 'MAKE_PHONE_CALL', script: { en: 'Hello {{ patient.first_name }}.' }, keys: {} },
    { id: 'note', do: 'CREATE_CALL_NOTE', text: 'How was it?' },
  ],
});

const ordersOf = (instanceIds: string[]) =>
  inside((trx) =>
    trx
      .selectFrom('ordered_calls')
      .select(['status', 'outcome', 'reason', 'due_at as dueAt'])
      .where('clinic_id', '=', trx.clinicId)
      .where('instance_id', 'in', instanceIds)
      .orderBy('due_at')
      .execute(),
  );

/** Two calls are ordered, and before anybody is called it is paused for half an hour. */
const pausedWithCalls = async (choice: Overdue) => {
  const workflowId = await publish(called);
  for (const name of ['Laura', 'Anna']) await created(await onTrial.patientCalled(name));
  await workThrough(deps);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  clock.advance({ minutes: 30 });
  await inside((trx) => resumeWorkflow(trx, workflowId, choice, by()));
  const ids = (await instancesOf(workflowId)).map(({ id }) => id);
  assert.equal(ids.length, 2);
  return { workflowId, ids };
};

test('calls that came due during a pause are left out where the manager wants it, and their people go on', async () => {
  const { ids } = await pausedWithCalls({ overdue: 'skip' });
  for (const order of await ordersOf(ids))
    assert.deepEqual([order.status, order.outcome, order.reason], ['withheld', 'withheld', 'paused']);
  await workThrough(deps);
  for (const id of ids) {
    const story = await steps(id);
    assert.ok(
      story.some((line) => line.includes('call') && line.includes('paused')),
      story.join('; '),
    );
    assert.ok(
      story.some((line) => line.includes('note')),
      story.join('; '),
    );
  }
});

test('spread, they are dialled bit by bit; sent, they are due at once', async () => {
  const now = () => clock.now();
  const spread = await ordersOf((await pausedWithCalls({ overdue: 'spread', hours: 2 })).ids);
  assert.deepEqual(
    spread.map(({ status, dueAt }) => [status, dueAt.since(now()).total('minutes')]),
    [
      ['waiting', 0],
      ['waiting', 60],
    ],
  );
  const sent = await ordersOf((await pausedWithCalls({ overdue: 'send' })).ids);
  for (const { status, dueAt } of sent) {
    assert.equal(status, 'waiting');
    assert.ok(Temporal.Instant.compare(dueAt, now()) <= 0);
  }
});
