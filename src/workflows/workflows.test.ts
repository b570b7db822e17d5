import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { inClinic } from '../platform/database/database.ts';
import { advanceDue } from './engine/advance-due.ts';
import { publishWorkflow } from './versions/publish-workflow.ts';
import { definitionSchema, type Definition } from './rules/definition.ts';
import { reminderChain as reminders } from './rules/subject-on-trial.ts';
import { showWorkflow } from './show-workflows.ts';
import { pauseWorkflow, resumeWorkflow } from './versions/switch-workflow.ts';
import { tellStory } from './people/tell-stories.ts';
import { workThrough } from './engine/work-through.ts';
import { startWorkflowsOnTrial } from './workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, german, deps, by, inside, publish, instancesOf, messagesOf, steps } = onTrial;
const { changeVisit, moveVisit } = onTrial;
const { database, clock } = app;
const laura = await onTrial.patientCalled('Laura');
const book = (hours: number, patientId = laura): Promise<string> => onTrial.book(hours, patientId);

const untilHoursBefore = async (appointmentId: string, hours: number): Promise<void> => {
  const { starts_at } = await inside((trx) =>
    trx
      .selectFrom('appointments')
      .select('starts_at')
      .where('id', '=', appointmentId)
      .executeTakeFirstOrThrow(),
  );
  clock.advance(clock.now().until(starts_at.subtract({ hours })));
};

test('an event begins an instance, and its time brings the first message', async () => {
  const workflowId = await publish(reminders);
  const appointmentId = await book(24 * 7);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  assert.equal(instance!.status, 'running');
  assert.deepEqual(await steps(instance!.id), ['two-days-before waiting']);
  await untilHoursBefore(appointmentId, 48);
  await workThrough(deps);
  assert.deepEqual(
    (await messagesOf(instance!.id)).map(({ key, channel, status }) => ({ key, channel, status })),
    [{ key: `${instance!.id}:first-sms:0.0`, channel: 'sms', status: 'waiting' }],
  );
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});

test('a moved appointment takes its reminder back before it leaves, in the same transaction', async () => {
  const workflowId = await publish(reminders);
  const appointmentId = await book(24 * 7);
  await workThrough(deps);
  await untilHoursBefore(appointmentId, 48);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  await moveVisit(appointmentId, clock.now().add({ hours: 24 * 5 }));
  assert.deepEqual(
    (await messagesOf(instance!.id)).map(({ status }) => status),
    ['withdrawn'],
  );
  await untilHoursBefore(appointmentId, 48);
  await workThrough(deps);
  assert.deepEqual(
    (await messagesOf(instance!.id)).map(({ key, status }) => [key.split(':').slice(1).join(':'), status]),
    [
      ['first-sms:0.0', 'withdrawn'],
      ['first-sms:1.0', 'waiting'],
    ],
  );
  await changeVisit(appointmentId, { status: 'cancelled' });
  assert.deepEqual(
    (await messagesOf(instance!.id)).map(({ status }) => status),
    ['withdrawn', 'withdrawn'],
  );
  assert.equal((await instancesOf(workflowId))[0]!.exit_reason, 'appointment-cancelled');
});

const sayHello = definitionSchema.parse({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'after-days', days: 30 },
  exits: [{ when: 'event', kinds: ['APPOINTMENT_SCHEDULED'] }],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
    { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello {{ patient.first_name }}' } } },
    { id: 'again', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
    { id: 'task', do: 'SCHEDULE_CALLBACK', text: 'Ask how it was.' },
  ],
});
const created = (patientId = laura): Promise<unknown> => onTrial.created(patientId);

test('who was in it does not come in again before the days are over, however many workers look', async () => {
  const workflowId = await publish(sayHello);
  await Promise.all([created(), created(), created()]);
  await Promise.all([workThrough(deps), workThrough(deps), workThrough(deps)]);
  assert.equal((await instancesOf(workflowId)).length, 1);
  clock.advance({ hours: 24 * 31 });
  await created();
  await workThrough(deps);
  assert.equal((await instancesOf(workflowId)).length, 2);
});

test('ten workers at once do each step once', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await Promise.all(Array.from({ length: 40 }, () => created()));
  await workThrough(deps);
  clock.advance({ hours: 24 });
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while ((await advanceDue(deps, clinic.id, clock.now(), 7)) > 0);
    }),
  );
  const all = await instancesOf(workflowId);
  assert.equal(all.length, 40);
  for (const { id } of all) {
    assert.deepEqual(await steps(id), ['wait waiting', 'hello done', 'again waiting']);
    assert.equal((await messagesOf(id)).length, 1);
  }
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});

test('a goal reached ends it; an event of another clinic does not', async () => {
  const workflowId = await publish(sayHello);
  clock.advance({ hours: 24 * 31 });
  await created();
  await workThrough(deps);
  await book(24 * 9);
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  assert.equal(instance!.exit_reason, 'APPOINTMENT_SCHEDULED');
  const seen = await inClinic(database, german.id, (trx) => tellStory(trx, instance!.id));
  assert.equal(seen, null);
});

test('after a pause nothing overdue is done unasked', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await Promise.all([created(), created(), created(), created()]);
  await workThrough(deps);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  clock.advance({ hours: 30 });
  await created();
  await workThrough(deps);
  const quiet = await instancesOf(workflowId);
  assert.deepEqual([...new Set(quiet.map(({ status }) => status))], ['paused']);
  assert.equal((await Promise.all(quiet.map(({ id }) => messagesOf(id)))).flat().length, 0);

  const spread = { overdue: 'spread', hours: 8 } as const;
  await inside((trx) => resumeWorkflow(trx, workflowId, spread, by()));
  const sent = async (): Promise<number> =>
    (await Promise.all(quiet.map(({ id }) => messagesOf(id)))).flat().length;
  await workThrough(deps);
  assert.equal(await sent(), 1);
  clock.advance({ hours: 4 });
  await workThrough(deps);
  assert.equal(await sent(), 3);
  clock.advance({ hours: 4 });
  await workThrough(deps);
  assert.equal(await sent(), 4);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});

test('what was ordered and has not left is held by a pause, and put back as the manager chose', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await created();
  await workThrough(deps);
  clock.advance({ hours: 30 });
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  const waiting = () =>
    inside((trx) =>
      trx
        .selectFrom('messages')
        .select(['status', 'reason'])
        .where('instance_id', '=', instance!.id)
        .executeTakeFirstOrThrow(),
    );
  assert.deepEqual(await waiting(), { status: 'waiting', reason: null });
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  assert.deepEqual(await waiting(), { status: 'waiting', reason: 'paused' });
  assert.equal((await inside((trx) => showWorkflow(trx, workflowId, clock.now())))?.instances.overdue, 1);
  await inside((trx) => resumeWorkflow(trx, workflowId, { overdue: 'skip' }, by()));
  assert.deepEqual(await waiting(), { status: 'withdrawn', reason: 'paused' });
});

test('what came due during a pause can be left out', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await created();
  await workThrough(deps);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
  clock.advance({ hours: 30 });
  await inside((trx) => resumeWorkflow(trx, workflowId, { overdue: 'skip' }, by()));
  await workThrough(deps);
  const [instance] = await instancesOf(workflowId);
  assert.deepEqual(await steps(instance!.id), [
    'wait waiting',
    'hello skipped overdue-after-pause',
    'again waiting',
  ]);
});

test('a new version: those under way keep theirs, move, or end', async () => {
  const publishAgain = async (underWay: 'keep' | 'move' | 'end', draft: Definition): Promise<string> => {
    const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
    await created();
    await workThrough(deps);
    await inside(async (trx) => {
      await trx
        .updateTable('workflows')
        .set({ draft: JSON.stringify(draft) })
        .where('id', '=', workflowId)
        .execute();
      const revision = 2;
      assert.deepEqual(await publishWorkflow(trx, workflowId, { revision, underWay }, by()), {
        ok: true,
        version: 2,
      });
    });
    clock.advance({ hours: 24 });
    await workThrough(deps);
    const [instance] = await instancesOf(workflowId);
    const told = await steps(instance!.id);
    await inside((trx) => pauseWorkflow(trx, workflowId, by()));
    return told.at(-2) === undefined ? told.join() : `${instance!.version}: ${told.slice(1).join(', ')}`;
  };
  const [wait, hello] = sayHello.steps;
  const other = { ...sayHello, exits: [], reentry: { rule: 'always' as const } };
  assert.equal(await publishAgain('keep', { ...other, steps: [wait!] }), '1: hello done, again waiting');
  assert.equal(await publishAgain('move', { ...other, steps: [wait!, hello!] }), '2: hello done');
  assert.equal(await publishAgain('move', { ...other, steps: [hello!] }), '2: exited step-gone');
  assert.equal(await publishAgain('end', other), '1: exited ended-by-hand');
});

test('an instance that cannot be read ends and says so; the others of its batch go on', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await Promise.all([created(), created()]);
  await workThrough(deps);
  const [broken, sound] = await instancesOf(workflowId);
  await inside((trx) =>
    trx
      .updateTable('workflow_instances')
      .set({ state: JSON.stringify({ position: { doing: 'waiting', step: 'wait', until: 'soon' } }) })
      .where('id', '=', broken!.id)
      .execute(),
  );
  clock.advance({ hours: 24 });
  await workThrough(deps);
  assert.deepEqual(
    (await instancesOf(workflowId)).map(({ id, exit_reason: reason }) => [id === broken!.id, reason]),
    [
      [true, 'broken'],
      [false, null],
    ],
  );
  assert.equal((await messagesOf(sound!.id)).length, 1);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});

test('an instance whose step cannot be stored waits a while; the others of its batch go on', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await Promise.all([created(), created(), created()]);
  await workThrough(deps);
  const [troubled, ...sound] = await instancesOf(workflowId);
  const server = new pg.Client(app.connection);
  await server.connect();
  await server.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON messages FOR EACH ROW WHEN (new.instance_id = '${troubled!.id}') EXECUTE FUNCTION refuse()`);
  clock.advance({ hours: 24 });
  const next = await workThrough(deps);
  assert.ok(next && Temporal.Instant.compare(next, clock.now().add({ minutes: 5 })) <= 0);
  const sent = (ids: { id: string }[]): Promise<number[]> =>
    Promise.all(ids.map(async ({ id }) => (await messagesOf(id)).length));
  assert.deepEqual(await sent([troubled!, ...sound]), [0, 1, 1]);
  await server.query('DROP TRIGGER refuse ON messages; DROP FUNCTION refuse');
  await server.end();
  await workThrough(deps);
  assert.deepEqual(await sent([troubled!]), [0], 'not before the pause is over');
  clock.advance({ minutes: 5 });
  await workThrough(deps);
  assert.deepEqual(await sent([troubled!, ...sound]), [1, 1, 1]);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});

test('a consumer of events in trouble does not keep what is due waiting, and no event is lost', async () => {
  const workflowId = await publish({ ...sayHello, reentry: { rule: 'always' }, exits: [] });
  await created();
  await workThrough(deps);
  await created();
  clock.advance({ hours: 24 });
  const trouble = async () => {
    throw new Error('out of order');
  };
  await workThrough({ ...deps, consumers: [trouble] });
  const [first] = await instancesOf(workflowId);
  assert.equal((await messagesOf(first!.id)).length, 1);
  assert.equal((await instancesOf(workflowId)).length, 1);
  clock.advance({ seconds: 10 });
  await workThrough(deps);
  assert.equal((await instancesOf(workflowId)).length, 2);
  await inside((trx) => pauseWorkflow(trx, workflowId, by()));
});
