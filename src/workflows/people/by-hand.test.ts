import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inClinic } from '../../platform/database/database.ts';
import type { TaskPage } from '../../tasks/rules/task-view.ts';
import { actByHand, type Acted } from './act-by-hand.ts';
import { advanceDue } from '../engine/advance-due.ts';
import type { ByHand } from '../rules/by-hand-views.ts';
import type { Performance } from '../rules/step-numbers.ts';
import type { InstanceItem, InstanceView } from '../rules/workflow-views.ts';
import { pauseWorkflow } from '../versions/switch-workflow.ts';
import { workThrough } from '../engine/work-through.ts';
import { startPeopleUnderWay } from './people-under-way-on-trial.ts';

const world = await startPeopleUnderWay([
  { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'skip' },
  { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello' } } },
  { id: 'more', do: 'WAIT', for: { until: 'later', span: { days: 2 } }, ifPast: 'skip' },
  { id: 'note', do: 'CREATE_CALL_NOTE', text: 'Ask how it was.' },
]);
const { app, clinic, german, deps, by, inside, people, underWay, under, ask, end } = world;
const { manager, receptionist, stranger } = world;
const { clock, database } = app;
const statusOf = async (rest: string, body: unknown, email = manager): Promise<number> => {
  const of = email === stranger ? german.id : clinic.id;
  return (await app.as(email, 'POST', under(rest, of), body)).status;
};
const find = async (search: string): Promise<InstanceItem[]> =>
  (await ask<{ instances: InstanceItem[] }>('GET', `workflow-instances?${search}&limit=100`)).instances;
const told = ({ executions }: InstanceView): string[] =>
  executions.map(({ step, outcome, reason }) => [step, outcome, reason].filter(Boolean).join(' '));

test('a wait is cut short, a step that failed is done once more, and the story says by whom and why', async () => {
  const workflowId = await underWay(1);
  const [one] = await find(`workflowId=${workflowId}`);
  const act = (body: ByHand, email?: string): Promise<InstanceView> =>
    ask('POST', `workflow-instances/${one!.id}/act`, body, email);
  const story = await act({ act: 'go-on', step: 'wait', seen: 0, why: 'is here now' }, receptionist);
  assert.deepEqual(told(story), ['wait waiting', 'wait done went-on-by-hand', 'hello done', 'more waiting']);
  assert.equal(story.executions[1]?.detail['why'], 'is here now');
  const codeOf = async (body: ByHand): Promise<string> => {
    const answer = await app.as(manager, 'POST', under(`workflow-instances/${one!.id}/act`), body);
    assert.equal(answer.status, 409);
    return ((await answer.json()) as { code: string }).code;
  };
  assert.equal(await codeOf({ act: 'go-on', step: 'wait', seen: 0, why: 'x' }), 'done-meanwhile');
  assert.equal(await codeOf({ act: 'go-on', step: 'more', seen: 1, why: 'x' }), 'gone-on');
  assert.equal(
    await codeOf({ act: 'again', step: 'hello', seen: 2, why: 'x' }),
    'gone-on',
    'it has not failed',
  );
  const repeated = await act({ act: 'go-on', step: 'wait', seen: 0, why: 'is here now' }, receptionist);
  assert.deepEqual(told(repeated), told(story), 'the same request once more is done already');
  await inside((trx) =>
    trx
      .updateTable('task_executions')
      .set({ outcome: 'failed', reason: 'unreachable' })
      .where('clinic_id', '=', clinic.id)
      .where('instance_id', '=', one!.id)
      .where('step', '=', 'hello')
      .execute(),
  );
  const again: ByHand = { act: 'again', step: 'hello', seen: 2, why: 'new number' };
  await act(again);
  await act(again);
  const keys = await inside((trx) =>
    trx.selectFrom('messages').select('key').where('instance_id', '=', one!.id).orderBy('key').execute(),
  );
  assert.deepEqual(
    keys.map(({ key }) => key.split(':').slice(1).join(':')),
    ['hello:0.0', 'hello:0.1'],
  );
  const ended = await act({ act: 'end', why: 'moved away' });
  assert.deepEqual([ended.status, ended.exitReason], ['exited', 'ended-by-hand']);
  assert.equal((await act({ act: 'end', why: 'moved away' })).status, 'exited', 'repeated');
  assert.equal(await codeOf({ act: 'end', why: 'x' }), 'done-meanwhile');
  const audit = await inside((trx) =>
    trx
      .selectFrom('audit_log')
      .select(['action', 'detail'])
      .where('clinic_id', '=', clinic.id)
      .where('subject_id', '=', one!.id)
      .execute(),
  );
  assert.ok(audit.some(({ action }) => action === 'workflow.person-ended'));
  await end(workflowId);
});

test('a task names the version and the step of the workflow that made it', async () => {
  const workflowId = await underWay(1);
  const [one] = await find(`workflowId=${workflowId}`);
  for (const [step, seen] of [
    ['wait', 0],
    ['more', 3],
  ] as const)
    await ask('POST', `workflow-instances/${one!.id}/act`, { act: 'go-on', step, seen, why: 'x' });
  const { items } = await ask<TaskPage>('GET', 'tasks');
  const made = items.find(({ sourceId }) => sourceId === one!.id);
  assert.deepEqual(made?.workflow, { name: one!.workflow.name, version: 1, step: 4 });
  await end(workflowId);
});

test('two people and the worker at the same moment: one of them does it', async () => {
  const workflowId = await underWay(1);
  const [one] = await find(`workflowId=${workflowId}`);
  clock.advance({ hours: 24 });
  const goOn = (why: string): Promise<Acted> =>
    inClinic(database, clinic.id, (trx) =>
      actByHand(trx, one!.id, { act: 'go-on', step: 'wait', seen: 0, why }, by()),
    );
  const acted = await Promise.all([goOn('now'), goOn('at once'), advanceDue(deps, clinic.id, clock.now())]);
  assert.ok(acted.filter((result) => result === 'done').length <= 1);
  await workThrough(deps);
  const story = await ask<InstanceView>('GET', `workflow-instances/${one!.id}`);
  assert.equal(story.executions.filter(({ step }) => step === 'hello').length, 1);
  assert.equal(story.position?.step, 'more');
  await end(workflowId);
});

test('while the workflow is paused nobody is moved on, but may be ended', async () => {
  const workflowId = await underWay(1);
  const [one] = await find(`workflowId=${workflowId}`);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  const path = `workflow-instances/${one!.id}/act`;
  assert.equal(await statusOf(path, { act: 'go-on', step: 'wait', seen: 0, why: 'x' }), 409);
  assert.equal(await statusOf(path, { act: 'end', why: 'x' }, stranger), 404);
  assert.equal(await statusOf(path, { act: 'end', why: ' ' }), 400);
  assert.equal(await statusOf(path, { act: 'end', why: 'x' }), 200);
  await end(workflowId);
});

test('who is found by name, by step, by version, and by what was counted of a step', async () => {
  const workflowId = await underWay(6);
  const search = `workflowId=${workflowId}`;
  const { id, family_name: name } = people[0]!;
  const named = await find(`${search}&q=${encodeURIComponent(name)}`);
  assert.ok(named.length >= 2 && named.some(({ patient }) => patient?.id === id));
  assert.equal((await find(`${search}&step=wait`)).length, 6);
  assert.equal((await find(`${search}&step=hello&how=done`)).length, 0);
  const [first] = await find(search);
  await ask('POST', `workflow-instances/${first!.id}/act`, { act: 'go-on', step: 'wait', seen: 0, why: 'x' });
  assert.deepEqual(
    (await find(`${search}&step=hello&how=done`)).map((one) => one.id),
    [first!.id],
  );
  assert.equal((await find(`${search}&version=2`)).length, 0);
  assert.equal((await find(`${search}&to=${clock.now().subtract({ hours: 1 }).toString()}`)).length, 0);
  assert.deepEqual(await ask('GET', `workflow-instances/count?${search}&underWay=true`), { count: 6 });

  const { instances, steps } = await ask<Performance>('GET', `workflows/${workflowId}/performance`);
  assert.equal(instances, 6);
  const numbers = (step: string) => steps.find((one) => one.step === step)?.counts;
  assert.deepEqual([numbers('wait')?.entered, numbers('wait')?.waiting, numbers('wait')?.done], [6, 5, 1]);
  assert.deepEqual(
    [numbers('hello')?.entered, numbers('hello')?.done, numbers('hello')?.delivered],
    [1, 1, 0],
  );
  for (const { step, counts } of steps)
    for (const [how, count] of Object.entries(counts))
      assert.equal((await find(`${search}&step=${step}&how=${how}`)).length, count, `${step} ${how}`);
  assert.equal(
    (await app.as(stranger, 'GET', under(`workflows/${workflowId}/performance`, german.id))).status,
    404,
  );
  await end(workflowId);
});
