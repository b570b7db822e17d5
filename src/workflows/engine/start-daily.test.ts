import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { nextDaily } from '../rules/daily.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { startDaily } from './start-daily.ts';
import { archiveWorkflow } from '../archive-workflow.ts';
import { pauseWorkflow } from '../versions/switch-workflow.ts';
import { workThrough } from './work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const { app, clinic, german, deps, by, inside, publish } = await startWorkflowsOnTrial();
const { database, clock } = app;

/** Half a year without a visit, and none ahead. */
const recall: Definition = definitionSchema.parse({
  trigger: {
    events: [],
    daily: { at: '09:00' },
    filter: {
      combinator: 'and',
      rules: [
        { field: 'patient.monthsSinceVisit', operator: '>=', value: 6 },
        { field: 'patient.hasVisitAhead', operator: '=', value: false },
        { field: 'patient.tags', operator: 'contains', value: 'recall-test' },
      ],
    },
  },
  purpose: 'care',
  reentry: { rule: 'after-days', days: 90 },
  exits: [],
  steps: [{ id: 'task', do: 'SCHEDULE_CALLBACK', text: 'Time for a check-up.' }],
});

const addPatient = (familyName: string): Promise<string> =>
  inside(async (trx) => {
    const id = randomUUIDv7();
    await trx
      .insertInto('patients')
      .values({ clinic_id: clinic.id, id, given_name: 'Recall', family_name: familyName })
      .execute();
    await trx
      .insertInto('patient_tags')
      .values({ clinic_id: clinic.id, patient_id: id, tag: 'recall-test' })
      .execute();
    return id;
  });
const visit = (patientId: string, startsAt: Temporal.Instant, status: string): Promise<string> =>
  inside((trx) => insertVisit(trx, patientId, startsAt, status));
const cameIn = async (workflowId: string): Promise<string[]> => {
  const rows = await inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select('patient_id')
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', workflowId)
      .orderBy('started_at')
      .execute(),
  );
  return rows.map(({ patient_id }) => patient_id!);
};
const chicago = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago').toInstant();
const until = (at: Temporal.Instant): void => clock.advance(clock.now().until(at));

test('the next time of day is a time of the clinic’s clock, across both changes of it', () => {
  const next = (at: string, after: string) => nextDaily(at, 'America/Chicago', chicago(after));
  assert.ok(next('09:00', '2026-11-20T08:59').equals(chicago('2026-11-20T09:00')));
  assert.ok(next('09:00', '2026-11-20T09:00').equals(chicago('2026-11-21T09:00')));
  assert.ok(next('09:00', '2026-10-31T10:00').equals(chicago('2026-11-01T09:00')));
  // On 14 March 2027 there is no 02:30.
  assert.ok(next('02:30', '2027-03-13T12:00').equals(chicago('2027-03-14T03:30')));
  assert.ok(next('02:30', '2027-03-14T03:30').equals(chicago('2027-03-15T02:30')));
});

test('who was not there for half a year comes in once, however many look and however often', async () => {
  const today = clock.now();
  const [long, lately, ahead, missed] = [
    await addPatient('Long ago'),
    await addPatient('Lately'),
    await addPatient('Ahead'),
    await addPatient('Missed'),
  ];
  await visit(long, today.subtract({ hours: 24 * 200 }), 'completed');
  await visit(lately, today.subtract({ hours: 24 * 100 }), 'completed');
  await visit(ahead, today.subtract({ hours: 24 * 200 }), 'completed');
  await visit(ahead, today.add({ hours: 24 * 10 }), 'booked');
  await visit(missed, today.subtract({ hours: 24 * 200 }), 'completed');
  await visit(missed, today.subtract({ hours: 24 * 20 }), 'no-show');
  const workflowId = await publish(recall);
  assert.deepEqual(await cameIn(workflowId), [], 'its hour has not come');
  const next = await workThrough(deps);
  assert.ok(next && Temporal.Instant.compare(next, chicago('2026-11-21T09:00')) <= 0);
  until(chicago('2026-11-21T09:00'));
  await Promise.all([workThrough(deps), workThrough(deps), workThrough(deps)]);
  assert.deepEqual((await cameIn(workflowId)).toSorted(), [long, missed].toSorted());
  until(chicago('2026-11-25T09:00'));
  await workThrough(deps);
  assert.equal((await cameIn(workflowId)).length, 2);
  // Ninety days of the calendar later they may be asked again, across the change of the clocks; not an hour before.
  until(chicago('2027-02-18T09:00'));
  await workThrough(deps);
  assert.equal((await cameIn(workflowId)).filter((id) => id === long).length, 1);
  until(chicago('2027-02-19T09:00'));
  await workThrough(deps);
  assert.equal((await cameIn(workflowId)).filter((id) => id === long).length, 2);
  await visit(long, clock.now(), 'checked-in');
  until(chicago('2027-06-01T09:00'));
  await workThrough(deps);
  assert.equal((await cameIn(workflowId)).filter((id) => id === long).length, 2, 'they were there');
});

test('a look that dies has not been; one workflow’s trouble is not the others’', async () => {
  const patient = await addPatient('Anybody');
  const anybody = definitionSchema.parse({
    ...recall,
    trigger: {
      ...recall.trigger,
      filter: { combinator: 'and', rules: [{ field: 'patient.tags', operator: '=', value: 'recall-test' }] },
    },
    reentry: { rule: 'never' },
  });
  const [broken, sound] = [await publish(anybody), await publish(anybody)];
  const server = new pg.Client(app.connection);
  await server.connect();
  // Everything fails after the first have been written.
  await server.query(`
    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'died'; END $$;
    CREATE TRIGGER die AFTER INSERT ON workflow_instances FOR EACH ROW WHEN (new.workflow_id = '${broken}') EXECUTE FUNCTION die()`);
  until(nextDaily('09:00', 'America/Chicago', clock.now()));
  await assert.rejects(startDaily(database, clinic.id, clock.now()), /died/);
  assert.deepEqual(await cameIn(broken), []);
  assert.ok((await cameIn(sound)).includes(patient));
  await server.query('DROP TRIGGER die ON workflow_instances; DROP FUNCTION die');
  await server.end();
  clock.advance({ hours: 1 });
  await startDaily(database, clinic.id, clock.now());
  assert.deepEqual((await cameIn(broken)).toSorted(), (await cameIn(sound)).toSorted());
});

test('paused, it takes people in quietly; put away, nobody; another clinic’s patients never', async () => {
  const everybody = definitionSchema.parse({
    ...recall,
    trigger: { events: [], daily: { at: '07:00' } },
    reentry: { rule: 'never' },
  });
  const [paused, gone] = [await publish(everybody), await publish(everybody)];
  await inside(async (trx) => {
    await pauseWorkflow(trx, paused, by());
    await archiveWorkflow(trx, gone, by());
  });
  until(nextDaily('07:00', 'America/Chicago', clock.now()));
  await workThrough(deps);
  assert.deepEqual(await cameIn(gone), []);
  const living = await inside((trx) =>
    trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('merged_into', 'is', null)
      .where('archived_at', 'is', null)
      .execute(),
  );
  assert.deepEqual((await cameIn(paused)).toSorted(), living.map(({ id }) => id).toSorted());
  const tasks = await inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select('status')
      .distinct()
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', paused)
      .execute(),
  );
  assert.deepEqual(tasks, [{ status: 'paused' }]);
});

test('a filter says how many it is about; what is not of patients is refused', async () => {
  const count = (clinicId: string, filter: unknown) =>
    app.as('grace.lee@lakeside.example', 'POST', `/api/v1/clinics/${clinicId}/workflow-audiences`, {
      filter,
    });
  const tagged = {
    combinator: 'and',
    rules: [{ field: 'patient.tags', operator: 'contains', value: 'recall-test' }],
  };
  const answer = (await (await count(clinic.id, tagged)).json()) as { matching: number; patients: number };
  assert.equal(answer.matching, 5);
  assert.ok(answer.patients > 5);
  const event = { combinator: 'and', rules: [{ field: 'event.direction', operator: '=', value: 'inbound' }] };
  assert.equal((await count(clinic.id, event)).status, 400);
  const zero = { combinator: 'and', rules: [{ field: 'patient.tags', operator: '=', value: 'a\0b' }] };
  assert.equal((await count(clinic.id, zero)).status, 400);
  const deep = JSON.parse(`${'{"combinator":"and","rules":['.repeat(5000)}${']}'.repeat(5000)}`) as unknown;
  assert.equal((await count(clinic.id, deep)).status, 400);
  assert.equal((await count(german.id, tagged)).status, 404);
});
