import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { recordEvent } from '../../events/record-event.ts';
import { changeWorkflow } from '../change-workflow.ts';
import { foreseeMove, foreseeResume } from './foresee-switch.ts';
import { everyInstance } from '../people/instance-filter.store.ts';
import { publishWorkflow } from './publish-workflow.ts';
import type { Definition } from '../rules/definition.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import { showWorkflow } from '../show-workflows.ts';
import { pauseWorkflow, resumeWorkflow } from './switch-workflow.ts';
import { listInstances } from '../people/tell-stories.ts';
import { workThrough } from '../engine/work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const { app, clinic, deps, by, inside, publish } = await startWorkflowsOnTrial();
const { clock } = app;
const people = 300;

/** Welcomed on the second day, asked on the fourth. */
const welcome = (days: number, second = 'ask'): Definition => ({
  ...reminderChain,
  trigger: { events: ['PATIENT_CREATED'] },
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days } }, ifPast: 'skip' },
    { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello' } } },
    { id: 'more', do: 'WAIT', for: { until: 'later', span: { days: 2 } }, ifPast: 'skip' },
    { id: second, do: 'CREATE_CALL_NOTE', text: 'Ask how it was.' },
  ],
});

const patientId = (
  await inside((trx) =>
    trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
).id;
const comeIn = async (count: number): Promise<void> => {
  await inside(async (trx) => {
    for (let index = 0; index < count; index += 1)
      await recordEvent(trx, {
        kind: 'PATIENT_CREATED',
        occurredAt: clock.now(),
        patientId,
        payload: { enteredBy: 'staff' },
      });
  });
  await workThrough(deps);
};
const countBy = async (workflowId: string) =>
  inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select(({ fn }) => ['status', 'version', 'exit_reason', fn.countAll<number>().as('count')])
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', workflowId)
      .groupBy(['status', 'version', 'exit_reason'])
      .orderBy('status')
      .execute(),
  );
const draft = async (id: string, definition: Definition): Promise<number> => {
  const { revision } = await inside((trx) =>
    trx.selectFrom('workflows').select('revision').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  assert.equal(await inside((trx) => changeWorkflow(trx, id, { revision, draft: definition }, by())), 'done');
  return revision + 1;
};

test('300 under way are moved, paused for a week, and resumed bit by bit: it comes as it was foreseen', async () => {
  const id = await publish(welcome(1));
  await comeIn(people);
  // The first wait is gone from the draft: those who stand at it end.
  const { steps, ...rest } = welcome(1);
  await draft(id, { ...rest, steps: steps.slice(1) });
  const harsh = await inside((trx) => foreseeMove(trx, id, clock.now()));
  assert.deepEqual(harsh?.ends, [{ step: 'wait', reason: 'step-gone', count: people }]);
  assert.deepEqual([harsh?.of, harsh?.looked, harsh?.people.length], [people, people, 50]);

  const revision = await draft(id, welcome(1, 'note'));
  const gentle = await inside((trx) => foreseeMove(trx, id, clock.now()));
  assert.deepEqual([gentle?.ends, gentle?.leftOut, gentle?.atOnce.messages], [[], [], 0]);
  const moved = await inside((trx) => publishWorkflow(trx, id, { revision, underWay: 'move' }, by()));
  assert.deepEqual(moved, { ok: true, version: 2 });
  await workThrough(deps);
  assert.deepEqual(await countBy(id), [{ status: 'running', version: 2, exit_reason: null, count: people }]);

  await inside((trx) => pauseWorkflow(trx, id, by()));
  clock.advance({ hours: 24 * 7 });
  await workThrough(deps);
  const preview = await inside((trx) => foreseeResume(trx, id, clock.now()));
  assert.deepEqual([preview?.overdue, preview?.held], [people, 0]);
  assert.deepEqual(preview?.send.atOnce, { messages: people, calls: 0, tasks: 0 });
  assert.deepEqual(preview?.skip.leftOut, [{ step: 'hello', reason: 'overdue-after-pause', count: people }]);
  assert.equal(preview?.skip.atOnce.messages, 0);

  await inside((trx) => resumeWorkflow(trx, id, { overdue: 'spread', hours: 10 }, by()));
  const sent = async (): Promise<number> =>
    (
      await inside((trx) =>
        trx
          .selectFrom('messages')
          .innerJoin('workflow_instances', (join) =>
            join
              .onRef('workflow_instances.clinic_id', '=', 'messages.clinic_id')
              .onRef('workflow_instances.id', '=', 'messages.instance_id'),
          )
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('workflow_instances.workflow_id', '=', id)
          .executeTakeFirstOrThrow(),
      )
    ).count;
  await workThrough(deps);
  const first = await sent();
  clock.advance({ hours: 5 });
  await workThrough(deps);
  const half = await sent();
  clock.advance({ hours: 5 });
  await workThrough(deps);
  assert.ok(first <= 2, `${first} at once`);
  assert.ok(Math.abs(half - people / 2) <= 2, `${half} after half of the time`);
  assert.equal(await sent(), people);
  const filter = { ...everyInstance, workflowId: id, underWay: true };
  const search = { filter, before: null, limit: 1 };
  const { instances } = await inside((trx) => listInstances(trx, search));
  assert.deepEqual([instances[0]?.version, instances[0]?.position?.step], [2, 'more']);
});

test('what moves where it has to be done at once is said before', async () => {
  const id = await publish(welcome(5));
  await comeIn(3);
  clock.advance({ hours: 24 * 2 });
  // A wait without an appointment keeps the time that it was given.
  await draft(id, { ...welcome(5), exits: [{ when: 'condition', if: { combinator: 'and', rules: [] } }] });
  const preview = await inside((trx) => foreseeMove(trx, id, clock.now()));
  assert.deepEqual(preview?.ends, [{ step: 'wait', reason: 'condition', count: 3 }]);
  assert.equal(await inside((trx) => foreseeMove(trx, clinic.id, clock.now())), null);
  assert.equal(await inside((trx) => foreseeResume(trx, clinic.id, clock.now())), null);
});

test('messages and calls that were ordered before a pause are foretold as well, and it comes as it was said', async () => {
  const id = await publish({
    ...welcome(1),
    steps: [
      { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello' } } },
      { id: 'ring', do: 'MAKE_PHONE_CALL', script: { en: 'Hello, this is the clinic.' }, keys: {} },
    ],
  });
  await comeIn(4);
  await inside((trx) => pauseWorkflow(trx, id, by()));
  clock.advance({ minutes: 30 });
  const preview = await inside((trx) => foreseeResume(trx, id, clock.now()));
  assert.deepEqual([preview?.overdue, preview?.held], [0, 8]);
  assert.deepEqual(preview?.send.atOnce, { messages: 4, calls: 4, tasks: 0 });
  assert.deepEqual(preview?.send.leftOut, []);
  assert.deepEqual(preview?.skip.atOnce, { messages: 0, calls: 0, tasks: 0 });
  assert.deepEqual(
    preview?.skip.leftOut.toSorted((a, b) => (a.step! < b.step! ? -1 : 1)),
    ['hello', 'ring'].map((step) => ({ step, reason: 'overdue-after-pause', count: 4 })),
  );
  const shown = await inside((trx) => showWorkflow(trx, id, clock.now()));
  assert.equal(shown?.instances.overdue, 8);

  await inside((trx) => resumeWorkflow(trx, id, { overdue: 'skip' }, by()));
  const { rows } = await inside((trx) =>
    sql<{ status: string; count: number }>`
      SELECT ordered.status, count(*)::integer AS count FROM (
        SELECT m.status, m.instance_id FROM messages m UNION ALL SELECT c.status, c.instance_id FROM ordered_calls c) ordered
      JOIN workflow_instances i ON i.id = ordered.instance_id WHERE i.workflow_id = ${id} GROUP BY 1 ORDER BY 1`.execute(
      trx,
    ),
  );
  assert.deepEqual(rows, [
    { status: 'withdrawn', count: 4 },
    { status: 'withheld', count: 4 },
  ]);
});
