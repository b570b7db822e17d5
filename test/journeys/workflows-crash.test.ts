import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { after, test } from 'node:test';
import pg from 'pg';
import { eventBell } from '../../src/events/event-bell.ts';
import { recordEvents } from '../../src/events/record-event.ts';
import { createDatabase, inClinic } from '../../src/platform/database/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { makeWorkflow } from '../../src/workflows/make-workflow.ts';
import { publishWorkflow } from '../../src/workflows/versions/publish-workflow.ts';
import { definitionSchema } from '../../src/workflows/rules/definition.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startProcesses } from '../fixtures/installation-processes.ts';

/* The worker of the workflows dies in the middle of transactions, again and again: every step is done once, none is lost. */

/** Two batches and a part of one. INSTANCES=10000 plays it at length. */
const total = Number(process.env['INSTANCES'] ?? 1200);

const world = await startProcesses();
const { database, close } = createDatabase(world.connection, createLog('silent'), 4);
after(() => close());
const server = new pg.Client(world.connection);
await server.connect();
const clinic = await database
  .selectFrom('clinics')
  .select('id')
  .where('language', '=', 'en')
  .executeTakeFirstOrThrow();

const wait = (id: string) => ({ id, do: 'WAIT', for: { until: 'later', span: { days: 1 } } });
const definition = definitionSchema.parse({
  trigger: { events: ['RETAINER_REORDER_DUE'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'note', do: 'CREATE_CALL_NOTE', text: 'First.' },
    wait('a-day'),
    { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello' } } },
    {
      id: 'whether',
      do: 'CONDITION',
      if: { combinator: 'and', rules: [{ field: 'event.product', operator: '=', value: 'odd' }] },
      yes: [{ id: 'odd', do: 'SCHEDULE_CALLBACK', text: 'Odd.' }],
      no: [{ id: 'even', do: 'SCHEDULE_CALLBACK', text: 'Even.' }],
    },
    wait('another-day'),
    { id: 'last', do: 'NOTIFY_TEAM_MEMBER', text: 'Last.' },
  ],
});

/** From now on whatever writes to these tables dawdles inside its transaction, or no longer. */
const dawdle = (seconds: number) =>
  server.query(
    `CREATE OR REPLACE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NULL; END $$`,
  );
const rows = async <Row>(query: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.query(query, values)).rows as Row[];
const countOf = async (query: string, values: unknown[] = []): Promise<number> =>
  Number((await rows<{ count: string }>(`SELECT count(*) AS count FROM ${query}`, values))[0]!.count);

let { worker } = world;
/**
 * The worker dies while its transaction is under way, and another takes its place.
 * @param dawdles how long whatever that one writes takes: it may be quicker than the next statement of this test
 */
const killInTheMiddle = async (what: string, dawdles = 0): Promise<void> => {
  await eventually(
    what,
    async () =>
      (await countOf("pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'")) > 0,
    120_000,
  );
  await worker.kill();
  await dawdle(dawdles);
  worker = await world.startWorker();
};

const begin = (): Promise<string> =>
  inClinic(database, clinic.id, async (trx) => {
    const { id: userId } = await trx.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
    const by = { userId, at: Temporal.Now.instant() };
    const draft = { name: 'Crashes', templateKey: null, draft: definition };
    const id = (await makeWorkflow(trx, draft, by))!;
    assert.ok((await publishWorkflow(trx, id, { revision: 1, underWay: 'keep' }, by)).ok);
    return id;
  });

const happen = (): Promise<unknown> =>
  inClinic(database, clinic.id, async (trx) => {
    const patients = await trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('merged_into', 'is', null)
      .where('archived_at', 'is', null)
      .execute();
    return recordEvents(
      trx,
      Array.from({ length: total }, (_, index) => ({
        kind: 'RETAINER_REORDER_DUE' as const,
        occurredAt: Temporal.Now.instant(),
        patientId: patients[index % patients.length]!.id,
        key: `crash:${randomUUIDv7()}`,
        payload: { dueOn: '2026-12-01', product: index % 2 === 1 ? 'odd' : 'even' },
      })),
    );
  });

/** The day is over for everybody who waits at this step. */
const letADayPass = async (workflowId: string, step: string): Promise<void> => {
  await server.query(
    `UPDATE workflow_instances SET wake_at = now(), state = jsonb_set(state, '{position,until}', to_jsonb(to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
     WHERE workflow_id = $1 AND state->'position'->>'step' = $2`,
    [workflowId, step],
  );
  await server.query(
    `INSERT INTO clinic_wakes VALUES ($1, date_trunc('minute', now())) ON CONFLICT DO NOTHING`,
    [clinic.id],
  );
  await server.query(`SELECT pg_notify('${eventBell}', '')`);
};
const allStandAt = (workflowId: string, step: string): Promise<unknown> =>
  eventually(
    `everybody at ${step}`,
    async () =>
      (await countOf(
        `workflow_instances WHERE workflow_id = $1 AND state->'position'->>'step' = $2 AND state->'position'->>'doing' = 'waiting'`,
        [workflowId, step],
      )) === total,
    180_000,
  );

test(`${total} instances, a worker killed in the middle of each part of their way`, async (t) => {
  // Before the database goes.
  t.after(() => server.end());
  const workflowId = await begin();
  await dawdle(0);
  for (const table of ['workflow_instances', 'task_executions'])
    await server.query(
      `CREATE TRIGGER dawdle AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION dawdle()`,
    );
  await dawdle(1);
  await happen();
  await killInTheMiddle('instances that begin', 1);
  await killInTheMiddle('the first steps');
  await allStandAt(workflowId, 'a-day');
  await dawdle(1);
  await letADayPass(workflowId, 'a-day');
  await killInTheMiddle('the second steps');
  await allStandAt(workflowId, 'another-day');
  await dawdle(1);
  await letADayPass(workflowId, 'another-day');
  await killInTheMiddle('the last steps');
  await eventually(
    'the end of everybody',
    async () =>
      (await countOf(`workflow_instances WHERE workflow_id = $1 AND status = 'done'`, [workflowId])) ===
      total,
    180_000,
  );

  assert.equal(await countOf('workflow_instances WHERE workflow_id = $1', [workflowId]), total);
  const ways = await rows<{ way: string; count: string }>(
    `SELECT way, count(*) FROM (
       SELECT string_agg(x.step || ' ' || x.outcome, ', ' ORDER BY x.number) AS way
       FROM task_executions x JOIN workflow_instances i ON i.clinic_id = x.clinic_id AND i.id = x.instance_id
       WHERE i.workflow_id = $1 AND x.outcome IN ('done', 'waiting', 'chosen') GROUP BY i.id) w GROUP BY way ORDER BY way`,
    [workflowId],
  );
  const way = (callback: string): string =>
    `note done, a-day waiting, hello done, whether chosen, ${callback} done, another-day waiting, last done`;
  assert.deepEqual(
    ways.map((one) => [one.way, Number(one.count)]),
    [
      [way('even'), Math.ceil(total / 2)],
      [way('odd'), Math.floor(total / 2)],
    ],
  );
  const made = await rows<{ kind: string; count: string }>(
    `SELECT kind, count(*) FROM (
       SELECT 'task' AS kind FROM tasks t WHERE t.source_id IN (SELECT id FROM workflow_instances WHERE workflow_id = $1)
       UNION ALL
       SELECT 'message' FROM messages m WHERE m.instance_id IN (SELECT id FROM workflow_instances WHERE workflow_id = $1)) all_of_it
     GROUP BY kind ORDER BY kind`,
    [workflowId],
  );
  assert.deepEqual(
    made.map(({ kind, count }) => [kind, Number(count)]),
    [
      ['message', total],
      ['task', 3 * total],
    ],
  );
});
