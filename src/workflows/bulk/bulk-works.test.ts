import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { askBulkWork, type AskedBulkWork } from './ask-bulk-work.ts';
import { changeWorkflow } from '../change-workflow.ts';
import { doBulkWork, type BulkDependencies } from './do-bulk-work.ts';
import { publishWorkflow } from '../versions/publish-workflow.ts';
import type { BulkAct, BulkAsk, BulkPage, BulkWork } from '../rules/bulk-work.ts';
import { stopBulkWork } from './stop-bulk-work.ts';
import { startPeopleUnderWay } from '../people/people-under-way-on-trial.ts';

const world = await startPeopleUnderWay([
  { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'skip' },
  { id: 'more', do: 'WAIT', for: { until: 'later', span: { days: 2 } }, ifPast: 'skip' },
  { id: 'note', do: 'CREATE_CALL_NOTE', text: 'Ask how it was.' },
]);
const { app, clinic, german, by, inside, definition } = world;
const { comeIn, underWay, under, ask, end, manager, receptionist, stranger } = world;
const { clock } = app;

/** What was handed to the next job. */
let sent = 0;
const send: BulkDependencies['send'] = async () => {
  sent += 1;
};
const work = (workId: string, batches?: number): Promise<void> =>
  doBulkWork({ database: app.database, clock, send }, { clinicId: clinic.id, workId }, batches);

const askFor = (workflowId: string, act: BulkAct, more: Partial<BulkAsk> = {}): BulkAsk => ({
  id: randomUUIDv7(),
  act,
  why: 'tidying',
  search: { workflowId },
  ...more,
});
const begin = (body: BulkAsk, email?: string): Promise<BulkWork> => ask('POST', 'bulk-works', body, email);
const show = (id: string): Promise<BulkWork> => ask('GET', `bulk-works/${id}`);
const sums = ({ status, total, done, couldNot }: BulkWork) => [
  status,
  total,
  done,
  ...couldNot.map(({ why, count }) => `${why} ${count}`),
];
const count = async (search: string): Promise<number> =>
  (await ask<{ count: number }>('GET', `workflow-instances/count?${search}`)).count;
/** How often each of a workflow's instances went on by hand: once, whatever happened. */
const wentOn = (workflowId: string): Promise<{ times: string }[]> =>
  inside((trx) =>
    trx
      .selectFrom('task_executions as x')
      .innerJoin('workflow_instances as i', (join) =>
        join.onRef('i.clinic_id', '=', 'x.clinic_id').onRef('i.id', '=', 'x.instance_id'),
      )
      .select(({ fn }) => fn.countAll<string>().as('times'))
      .where('i.clinic_id', '=', clinic.id)
      .where('i.workflow_id', '=', workflowId)
      .where('x.reason', '=', 'went-on-by-hand')
      .groupBy('i.id')
      .execute(),
  );

test('killed between two batches it goes on, with those who were there when it was asked, and nobody twice', async () => {
  const workflowId = await underWay(430);
  const asked = await begin(askFor(workflowId, 'go-on'));
  assert.deepEqual(sums(asked), ['running', 430, 0]);
  await comeIn(2); // into this workflow too, but later
  await work(asked.id, 1);
  assert.deepEqual(sums(await show(asked.id)), ['running', 430, 200]);
  assert.equal(sent, 1, 'its turn was over: the next job goes on');
  await work(asked.id);
  await work(asked.id);
  assert.deepEqual(sums(await show(asked.id)), ['done', 430, 430]);
  assert.deepEqual(new Set((await wentOn(workflowId)).map(({ times }) => Number(times))), new Set([1]));
  assert.equal(await count(`workflowId=${workflowId}&step=wait`), 2);
  assert.equal(await count(`workflowId=${workflowId}&bulkWork=${asked.id}&cameTo=done`), 430);
  const audit = await inside((trx) =>
    trx
      .selectFrom('audit_log')
      .select(['action', 'detail'])
      .where('clinic_id', '=', clinic.id)
      .where('subject_id', '=', asked.id)
      .orderBy('id')
      .execute(),
  );
  assert.deepEqual(
    audit.map(({ action, detail }) => [action, (detail as { count: number }).count]),
    [
      ['workflow.many-moved-on', 430],
      ['workflow.many-finished', 430],
    ],
  );
  await end(workflowId);
});

test('a batch that fails is undone as a whole; who fails alone is passed over and said', async () => {
  const workflowId = await underWay(3);
  const asked = await begin(askFor(workflowId, 'go-on'));
  const [second] = (
    await inside((trx) =>
      trx
        .selectFrom('bulk_work_instances')
        .select('instance_id')
        .where('clinic_id', '=', clinic.id)
        .where('work_id', '=', asked.id)
        .orderBy('instance_id')
        .execute(),
    )
  ).slice(1);
  // The next number is taken already: what would be told of it cannot be written.
  await inside((trx) =>
    trx
      .insertInto('task_executions')
      .values({
        clinic_id: clinic.id,
        instance_id: second!.instance_id,
        number: 1,
        round: 0,
        step: null,
        kind: 'INSTANCE',
        outcome: 'moved',
        reason: null,
        detail: '{}',
        key: null,
        at: clock.now(),
      })
      .execute(),
  );
  await work(asked.id);
  assert.deepEqual(sums(await show(asked.id)), ['done', 3, 2, 'fault 1']);
  assert.equal(await count(`workflowId=${workflowId}&step=wait`), 1);
  await end(workflowId);
});

test('several workers at the same work: each batch is done by one of them', async () => {
  const workflowId = await underWay(430);
  const { id } = await begin(askFor(workflowId, 'go-on'));
  await Promise.all([work(id), work(id), work(id)]);
  assert.deepEqual(sums(await show(id)), ['done', 430, 430]);
  assert.deepEqual(new Set((await wentOn(workflowId)).map(({ times }) => Number(times))), new Set([1]));
  await end(workflowId);
});

test('asked again because the answer was lost, it is the same work; another under its id is refused', async () => {
  const workflowId = await underWay(5);
  const body = askFor(workflowId, 'go-on');
  const both = await Promise.all([begin(body), begin(body)]);
  assert.deepEqual(
    both.map(({ id, total }) => [id, total]),
    [
      [body.id, 5],
      [body.id, 5],
    ],
  );
  await work(body.id);
  assert.deepEqual(sums(await begin(body)), ['done', 5, 5]);
  await work(body.id);
  assert.equal((await wentOn(workflowId)).length, 5);
  const other = await app.as(manager, 'POST', under('bulk-works'), { ...body, act: 'end' });
  assert.equal(other.status, 409);
  const { works } = await ask<BulkPage>('GET', `bulk-works?workflowId=${workflowId}`);
  assert.equal(works.length, 1);
  await end(workflowId);
});

test('two managers with filters that overlap: nobody goes on twice, and each is told so', async () => {
  const workflowId = await underWay(260);
  const [mine, theirs] = await Promise.all([
    begin(askFor(workflowId, 'go-on', { why: 'mine' })),
    begin(askFor(workflowId, 'go-on', { why: 'theirs', search: { workflowId, status: 'running' } })),
  ]);
  await Promise.all([work(mine.id), work(theirs.id)]);
  const [one, other] = [await show(mine.id), await show(theirs.id)];
  assert.deepEqual([one.status, other.status, one.total, other.total], ['done', 'done', 260, 260]);
  assert.equal(one.done + other.done, 260);
  const turnedAway = [...one.couldNot, ...other.couldNot];
  assert.deepEqual(new Set(turnedAway.map(({ why }) => why)), new Set(['done-meanwhile']));
  assert.deepEqual(new Set((await wentOn(workflowId)).map(({ times }) => Number(times))), new Set([1]));
  await end(workflowId);
});

test('stopped: those after the mark stay as they are, and it cannot be taken up again', async () => {
  const workflowId = await underWay(250);
  const { id } = await begin(askFor(workflowId, 'end'));
  await work(id, 1);
  assert.equal((await app.as(receptionist, 'POST', under(`bulk-works/${id}/stop`), {})).status, 403);
  const stopped = await ask<BulkWork>('POST', `bulk-works/${id}/stop`, {});
  assert.deepEqual(sums(stopped), ['stopped', 250, 200]);
  assert.equal(stopped.stoppedBy, 'Daniel Brooks');
  await work(id);
  assert.equal(await count(`workflowId=${workflowId}&underWay=true`), 50);
  assert.equal(await inside((trx) => stopBulkWork(trx, id, by())), 'done', 'once more changes nothing');
  await end(workflowId);
});

test('moved to the version in force, ended, and why it was not possible for the others', async () => {
  const workflowId = await underWay(4);
  const draft = { ...definition, exits: [{ when: 'opted-out' as const }] };
  await inside(async (trx) => {
    const { revision } = await trx
      .selectFrom('workflows')
      .select('revision')
      .where('id', '=', workflowId)
      .executeTakeFirstOrThrow();
    await changeWorkflow(trx, workflowId, { revision, draft }, by());
    await publishWorkflow(trx, workflowId, { revision: revision + 1, underWay: 'keep' }, by());
  });
  await comeIn(1);
  const move = await begin(askFor(workflowId, 'move'));
  await work(move.id);
  assert.deepEqual(sums(await show(move.id)), ['done', 5, 4, 'in-force-already 1']);
  assert.equal(await count(`workflowId=${workflowId}&version=2`), 5);
  const first = await begin(askFor(workflowId, 'end'));
  const again = await begin(askFor(workflowId, 'end', { why: 'as well' }));
  await work(first.id);
  await work(again.id);
  assert.deepEqual(sums(await show(first.id)), ['done', 5, 5]);
  assert.deepEqual(sums(await show(again.id)), ['done', 5, 0, 'done-meanwhile 5']);
  assert.equal(await count(`workflowId=${workflowId}&bulkWork=${again.id}&cameTo=done-meanwhile`), 5);
  await end(workflowId);
});

test('while the workflow is paused nobody goes on, and whose step failed gets it once more', async () => {
  const workflowId = await underWay(2);
  await inside((trx) =>
    trx
      .insertInto('task_executions')
      .columns([
        'clinic_id',
        'instance_id',
        'number',
        'round',
        'step',
        'kind',
        'outcome',
        'reason',
        'detail',
        'at',
      ])
      .expression(
        trx
          .selectFrom('workflow_instances')
          .select(({ val, lit }) => [
            'clinic_id',
            'id',
            lit(500).as('number'),
            lit(0).as('round'),
            val('note').as('step'),
            val('CREATE_CALL_NOTE').as('kind'),
            val('failed').as('outcome'),
            val('refused').as('reason'),
            val('{}').as('detail'),
            'started_at',
          ])
          .where('clinic_id', '=', clinic.id)
          .where('workflow_id', '=', workflowId)
          .limit(1),
      )
      .execute(),
  );
  await inside((trx) =>
    sql`UPDATE workflow_instances SET counts_as = counts_as || '{"note failed": true}'
      WHERE clinic_id = ${clinic.id}
        AND id = (SELECT instance_id FROM task_executions WHERE clinic_id = ${clinic.id} AND outcome = 'failed' AND number = 500)`.execute(
      trx,
    ),
  );
  const failed = `workflowId=${workflowId}&step=note&how=failed`;
  assert.equal(await count(failed), 1);
  const search = { workflowId, step: 'note', how: 'failed' as const };
  await ask('POST', `workflows/${workflowId}/pause`, {});
  const goOn = await begin(askFor(workflowId, 'go-on'));
  const early = await begin(askFor(workflowId, 'again', { search }));
  await work(goOn.id);
  await work(early.id);
  assert.deepEqual(sums(await show(goOn.id)), ['done', 2, 0, 'paused 2']);
  assert.deepEqual(sums(await show(early.id)), ['done', 1, 0, 'paused 1']);
  await ask('POST', `workflows/${workflowId}/resume`, { overdue: 'send' });
  const again = await begin(askFor(workflowId, 'again', { search }));
  await work(again.id);
  assert.deepEqual(sums(await show(again.id)), ['done', 1, 1]);
  await end(workflowId);
});

test('what is done with some who were ticked stands with their workflow, and over several with none', async () => {
  const [one, other] = [await underWay(2), await underWay(1)];
  const idsOf = async (workflowId: string): Promise<string[]> =>
    (
      await ask<{ instances: { id: string }[] }>('GET', `workflow-instances?workflowId=${workflowId}`)
    ).instances.map(({ id }) => id);
  const [mine, theirs] = [await idsOf(one), await idsOf(other)];
  const ticked = (ids: string[]): BulkAsk => ({ ...askFor(one, 'end'), search: undefined, ids });
  const of = await begin(ticked(mine));
  assert.equal(of.workflow?.id, one);
  const over = await begin(ticked([...mine, ...theirs]));
  assert.deepEqual([over.workflow, over.total], [null, mine.length + theirs.length]);
  const { works } = await ask<BulkPage>('GET', `bulk-works?workflowId=${one}`);
  assert.deepEqual(
    works.map(({ id }) => id),
    [of.id],
  );
  await Promise.all([one, other].map(end));
});

test('another clinic sees and touches none of it, and bad input is refused', async () => {
  const workflowId = await underWay(2);
  const body = askFor(workflowId, 'end');
  const { id } = await begin(body);
  const statusAs = async (email: string, method: string, rest: string, sentBody?: unknown) =>
    (await app.as(email, method, under(rest, email === stranger ? german.id : clinic.id), sentBody)).status;
  assert.equal(await statusAs(stranger, 'GET', `bulk-works/${id}`), 404);
  assert.equal(await statusAs(stranger, 'POST', `bulk-works/${id}/stop`, {}), 404);
  assert.equal(await statusAs(stranger, 'POST', 'bulk-works', body), 404);
  const [instance] = await inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', workflowId)
      .limit(1)
      .execute(),
  );
  const { search: _, ...bare } = body;
  assert.equal(
    await statusAs(stranger, 'POST', 'bulk-works', { ...bare, ids: [instance!.id] }),
    404,
    'nobody of theirs is meant',
  );
  assert.equal(await statusAs(receptionist, 'POST', 'bulk-works', askFor(workflowId, 'end')), 403);
  assert.equal(await statusAs(manager, 'POST', 'bulk-works', { ...bare, id: randomUUIDv7() }), 400);
  assert.equal(await statusAs(manager, 'GET', 'bulk-works?cursor=x'), 400);
  assert.equal(await count(`workflowId=${workflowId}&underWay=true`), 2);
  const nobody: AskedBulkWork = await inside((trx) =>
    askBulkWork(trx, { ...bare, id: randomUUIDv7(), ids: [randomUUIDv7()] }, by(), send),
  );
  assert.equal(nobody, 'nobody');
  const first = await ask<BulkPage>('GET', 'bulk-works?limit=1');
  const second = await ask<BulkPage>('GET', `bulk-works?limit=1&cursor=${first.nextCursor}`);
  assert.notEqual(first.works[0]?.id, second.works[0]?.id);
  await end(workflowId);
});
