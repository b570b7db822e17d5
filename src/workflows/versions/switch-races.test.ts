import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import { startInstances } from '../engine/start-instances.ts';
import { pauseWorkflow, resumeWorkflow } from './switch-workflow.ts';
import { tellFacts } from '../people/tell-instances.ts';
import { workThrough } from '../engine/work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, deps, by, inside, publish, instancesOf, messagesOf, book, created } = onTrial;
const { database, clock } = app;
const laura = await onTrial.patientCalled('Laura');

const hello = definitionSchema.parse({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
    { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello {{ patient.first_name }}' } } },
  ],
});

const isSomebodyWaiting = async (): Promise<boolean> => {
  const { rows } = await sql`SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE NOT l.granted AND a.datname = current_database()`.execute(database);
  return rows.length > 0;
};

/** `first` has done its work and not committed yet when `second` begins and has to wait for it. */
const oneAfterTheOther = async (
  first: (trx: ClinicTransaction) => Promise<unknown>,
  second: (trx: ClinicTransaction) => Promise<unknown>,
): Promise<void> => {
  let waiting: Promise<unknown> = Promise.resolve();
  await inside(async (trx) => {
    await first(trx);
    const over = new AbortController();
    waiting = inside(second).finally(() => over.abort());
    while (!over.signal.aborted && !(await isSomebodyWaiting()));
  });
  await waiting;
};

const statuses = async (workflowId: string): Promise<string[]> =>
  (await instancesOf(workflowId)).map(({ status }) => status);

test('word that comes while a workflow is resumed leaves nobody paused for ever', async () => {
  const workflowId = await publish(hello);
  await created(laura);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  await oneAfterTheOther(
    (trx) => resumeWorkflow(trx, workflowId, { overdue: 'send' }, by()),
    (trx) => tellFacts(trx, [{ instanceId: instance!.id, fact: { fact: 'changed' } }], clock.now()),
  );
  assert.deepEqual(await statuses(workflowId), ['running']);
  clock.advance({ hours: 24 });
  await workThrough(deps);
  assert.equal((await messagesOf(instance!.id)).length, 1);
});

test('word that comes while a workflow is paused brings nobody past the pause', async () => {
  const workflowId = await publish(hello);
  await created(laura);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  clock.advance({ hours: 24 });
  await oneAfterTheOther(
    (trx) => pauseWorkflow(trx, workflowId, by()),
    (trx) => tellFacts(trx, [{ instanceId: instance!.id, fact: { fact: 'due' } }], clock.now()),
  );
  assert.deepEqual(await statuses(workflowId), ['paused']);
  assert.deepEqual(await messagesOf(instance!.id), []);
});

test('who ended while the workflow is resumed stays ended', async () => {
  const workflowId = await publish(hello);
  await created(laura);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  await oneAfterTheOther(
    (trx) => tellFacts(trx, [{ instanceId: instance!.id, fact: { fact: 'ended' } }], clock.now()),
    (trx) => resumeWorkflow(trx, workflowId, { overdue: 'send' }, by()),
  );
  assert.deepEqual(await statuses(workflowId), ['exited']);
});

test('who comes in while the workflow is resumed goes on with the others', async () => {
  const workflowId = await publish(hello);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  await inside(async (trx) => {
    const event = { id: laura, kind: 'PATIENT_CREATED' as const, source: 'test', externalId: 'x' };
    const about = { patientId: laura, leadId: null, appointmentId: null, callId: null };
    const payload = { enteredBy: 'staff' as const };
    await startInstances(trx, [{ ...event, ...about, occurredAt: clock.now(), payload }], clock.now());
    await inside((other) => resumeWorkflow(other, workflowId, { overdue: 'send' }, by()));
  });
  await workThrough(deps);
  clock.advance({ hours: 24 });
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  assert.equal((await messagesOf(instance!.id)).length, 1);
});

test('a version that was published during a pause with an earlier time is kept to afterwards', async () => {
  const workflowId = await publish(reminderChain);
  await book(24 * 9, laura);
  await workThrough(deps);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  const [first, ...others] = reminderChain.steps;
  const earlier = { ...first, for: { until: 'before-appointment', span: { hours: 96 } } };
  const draft: Definition = definitionSchema.parse({ ...reminderChain, steps: [earlier, ...others] });
  await inside(async (trx) => {
    await trx
      .updateTable('workflows')
      .set({ draft: JSON.stringify(draft) })
      .where('id', '=', workflowId)
      .execute();
    const { revision } = await trx
      .selectFrom('workflows')
      .select('revision')
      .where('id', '=', workflowId)
      .executeTakeFirstOrThrow();
    const published = await publishWorkflow(trx, workflowId, { revision, underWay: 'move' }, by());
    assert.equal(published.ok, true);
  });
  await inside((trx) => resumeWorkflow(trx, workflowId, { overdue: 'skip' }, by()));
  await workThrough(deps);
  clock.advance({ hours: 24 * 5 });
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  assert.deepEqual(
    (await messagesOf(instance!.id)).map(({ key }) => key),
    [`${instance!.id}:first-sms:0.0`],
  );
});
