import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { workThrough } from '../engine/work-through.ts';
import type { BulkAsk, BulkWork } from '../rules/bulk-work.ts';
import type { ByHand } from '../rules/by-hand-views.ts';
import type { Definition } from '../rules/definition.ts';
import type { InstanceItem } from '../rules/workflow-views.ts';
import { startPeopleUnderWay } from './people-under-way-on-trial.ts';
import { tellFacts } from './tell-instances.ts';

const steps: Definition['steps'] = [
  {
    id: 'hello',
    do: 'SEND',
    channel: 'sms',
    fallback: ['email'],
    content: { subject: { en: 'Hello' }, text: { en: 'Hello' } },
  },
  { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 30 } }, ifPast: 'skip' },
  { id: 'later', do: 'SEND_SMS', content: { text: { en: 'Later' } } },
];
const { app, clinic, german, deps, inside, underWay, under, ask, end, manager, receptionist, stranger } =
  await startPeopleUnderWay(steps);
const { clock } = app;

type Found = { instances: InstanceItem[]; nextCursor: string | null };
const find = (search: string, email = manager): Promise<Found> =>
  ask('GET', `workflow-instances?${search}`, undefined, email);
const idsOf = ({ instances }: Found): string[] => instances.map(({ id }) => id);
const peopleIn = async (workflowId: string): Promise<string[]> =>
  idsOf(await find(`workflowId=${workflowId}`)).toSorted();
const weekAgo = (): string =>
  `failedFrom=${clock
    .now()
    .subtract({ hours: 7 * 24 })
    .toString()}`;
const count = async (search: string): Promise<number> =>
  (await ask<{ count: number }>('GET', `workflow-instances/count?${search}`)).count;

/** A message of the step comes back; the first attempt went by text message, the second by e-mail. */
const fails = async (instanceId: string, step: string, attempt: number): Promise<void> => {
  clock.advance({ minutes: 1 });
  const key = `${instanceId}:${step}:0.${attempt}`;
  await inside((trx) =>
    tellFacts(
      trx,
      [{ instanceId, fact: { fact: 'message', key, outcome: 'failed', reason: 'unreachable' } }],
      clock.now(),
    ),
  );
};

test('over all workflows: who failed last comes first, with step, reason and how often; not where the next channel is tried', async () => {
  const first = await underWay(2);
  const [one, other] = await peopleIn(first);
  const second = await underWay(2);
  const [third, untouched] = await peopleIn(second);
  for (const id of [one!, third!, other!]) await fails(id, 'hello', 0);
  assert.equal(await count(weekAgo()), 0, 'an e-mail is on its way');
  for (const id of [third!, one!]) await fails(id, 'hello', 1);

  const found = await find(weekAgo());
  assert.deepEqual(idsOf(found), [one, third]);
  assert.deepEqual(found.instances[1]?.failures, [
    {
      step: 'hello',
      reason: 'unreachable',
      at: clock.now().subtract({ minutes: 1 }).toString(),
      times: 2,
    },
  ]);
  assert.equal(await count(weekAgo()), 2);
  assert.deepEqual(idsOf(await find(`${weekAgo()}&workflowId=${second}`)), [third]);
  assert.equal((await find(`workflowId=${second}`)).instances[0]?.failures, undefined);

  const page = await find(`${weekAgo()}&limit=1`);
  const next = await find(`${weekAgo()}&limit=1&cursor=${page.nextCursor}`);
  assert.deepEqual([idsOf(page), idsOf(next), next.nextCursor], [[one], [third], null]);

  const search = { failedFrom: clock.now().subtract({ hours: 24 }).toString() };
  const work: BulkAsk = { id: randomUUIDv7(), act: 'again', why: 'the carrier is back', search };
  assert.equal((await ask<BulkWork>('POST', 'bulk-works', work)).total, 2, 'all of them at once');

  const since = `failedFrom=${clock.now().toString()}`;
  assert.deepEqual(idsOf(await find(since)), [one], 'only the last minute');
  assert.ok(!idsOf(found).includes(untouched!));
  await Promise.all([first, second].map(end));
});

test('done once more it is off the list, and on it again when it fails again; whoever has ended early is not on it', async () => {
  const workflowId = await underWay(2);
  const [one, other] = await peopleIn(workflowId);
  const search = `${weekAgo()}&workflowId=${workflowId}`;
  for (const id of [one!, other!]) for (const attempt of [0, 1]) await fails(id, 'hello', attempt);
  assert.deepEqual(idsOf(await find(search)), [other, one]);

  const { executions } = await ask<{ executions: { step: string | null; number: number }[] }>(
    'GET',
    `workflow-instances/${one!}`,
  );
  const seen = executions.findLast(({ step }) => step === 'hello')!.number;
  const again: ByHand = { act: 'again', step: 'hello', seen, why: 'a new number' };
  await ask('POST', `workflow-instances/${one!}/act`, again, receptionist);
  assert.deepEqual(idsOf(await find(search)), [other]);

  for (const attempt of [2, 3]) await fails(one!, 'hello', attempt);
  const found = await find(search);
  assert.deepEqual(idsOf(found), [one, other]);
  assert.equal(found.instances[0]?.failures?.[0]?.times, 4);

  await ask('POST', `workflow-instances/${other!}/act`, { act: 'end', why: 'moved away' });
  assert.deepEqual(idsOf(await find(search)), [one]);
  clock.advance({ hours: 31 * 24 });
  await workThrough(deps);
  await fails(one!, 'later', 0);
  const later = await find(`${weekAgo()}&workflowId=${workflowId}`);
  assert.equal(
    later.instances[0]?.status,
    'done',
    'who has gone through to the end can be given it once more',
  );
  assert.deepEqual(
    later.instances[0]?.failures?.map(({ step, times }) => [step, times]),
    [['later', 1]],
    'the other one failed longer ago',
  );
  await end(workflowId);
});

test('another clinic sees none of it, and bad input is refused', async () => {
  const workflowId = await underWay(1);
  const [one] = await peopleIn(workflowId);
  for (const attempt of [0, 1]) await fails(one!, 'hello', attempt);
  const asStranger = await app.as(stranger, 'GET', under(`workflow-instances?${weekAgo()}`, german.id));
  assert.deepEqual(await asStranger.json(), { instances: [], nextCursor: null });
  assert.equal((await app.as(stranger, 'GET', under(`workflow-instances?${weekAgo()}`))).status, 404);
  assert.equal(
    (await app.as(manager, 'GET', under('workflow-instances?failedFrom=yesterday', clinic.id))).status,
    400,
  );
  await end(workflowId);
});
