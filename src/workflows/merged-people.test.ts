import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionSchema, type Definition, type Reentry } from './rules/definition.ts';
import { workThrough } from './engine/work-through.ts';
import { startWorkflowsOnTrial } from './workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, deps, publish, instancesOf, messagesOf, steps, created, book } = onTrial;
const { clock } = app;
const olivia = 'olivia.martin@lakeside.example';
const base = `/api/v1/clinics/${clinic.id}/patients`;

const ask = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
  const answer = await app.as(olivia, method, `${base}${path}`, body);
  const text = await answer.text();
  assert.equal(answer.status, status, text);
  return JSON.parse(text) as T;
};
const add = async (givenName: string): Promise<string> => {
  const phoneNumbers = [{ number: '3125550171', preferred: true }];
  return (await ask<{ id: string }>('POST', '', { givenName, familyName: 'Twice', phoneNumbers }, 201)).id;
};
type Merged = { mergedFrom: { mergeId: string }[] };
const merge = async (keptId: string, duplicateId: string): Promise<string> =>
  (await ask<Merged>('POST', `/${keptId}/merge`, { duplicateId })).mergedFrom[0]!.mergeId;
const undo = (keptId: string, mergeId: string) => ask('POST', `/${keptId}/merges/${mergeId}/undo`);

const series = (
  reentry: Reentry,
  trigger: Definition['trigger'] = { events: ['PATIENT_CREATED'] },
): Definition =>
  definitionSchema.parse({
    trigger,
    purpose: 'care',
    reentry,
    exits: [],
    steps: [
      { id: 'a-day', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
      { id: 'hello', do: 'SEND_SMS', content: { text: { en: 'Hello', de: 'Hallo' } } },
      { id: 'a-week', do: 'WAIT', for: { until: 'later', span: { days: 7 } } },
      { id: 'again', do: 'SEND_SMS', content: { text: { en: 'Hello again', de: 'Noch einmal hallo' } } },
    ],
  });
const later = async (hours: number): Promise<void> => {
  clock.advance({ hours });
  await workThrough(deps);
};
/** Patients become such by the API, which tells of it. @returns who came first, and who an hour later */
const twice = async (): Promise<[string, string]> => {
  const first = await add('Dora');
  await later(1);
  const second = await add('Dorah');
  await later(0);
  return [first, second];
};
const standings = async (workflowId: string) =>
  (await instancesOf(workflowId)).map(({ status, exit_reason }) => exit_reason ?? status);

test('two who become one go on once: the later entry ends, whichever record is kept', async () => {
  for (const [kept, merged] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const workflowId = await publish(series({ rule: 'never' }));
    const both = await twice();
    await later(25);
    const [earlier, second] = await instancesOf(workflowId);
    assert.equal((await messagesOf(second!.id))[0]!.status, 'waiting');
    await merge(both[kept], both[merged]);
    assert.deepEqual(await standings(workflowId), ['running', 'merged']);
    assert.equal((await messagesOf(second!.id))[0]!.status, 'withdrawn');
    assert.equal((await steps(second!.id)).at(-1), 'exited merged');
    await later(8 * 24);
    assert.equal((await messagesOf(earlier!.id)).length, 2);
    assert.equal((await messagesOf(second!.id)).length, 1);
  }
});

test('a merge that is taken back lets the one that ended go on from where it stood', async () => {
  const workflowId = await publish(series({ rule: 'after-days', days: 30 }));
  const [first, second] = await twice();
  await later(25);
  const mergeId = await merge(first, second);
  assert.deepEqual(await standings(workflowId), ['running', 'merged']);
  await later(24);
  await undo(first, mergeId);
  const [, ended] = await instancesOf(workflowId);
  assert.equal(ended!.patient_id, second);
  assert.equal(ended!.ended_at, null);
  assert.equal((await steps(ended!.id)).at(-1), 'chosen parted');
  await later(7 * 24);
  assert.deepEqual(await standings(workflowId), ['done', 'done']);
  assert.equal((await messagesOf(ended!.id)).length, 2);
});

test('those whom the re-entry rule would have let in twice go on: it was long ago, or is about another appointment', async () => {
  const days = await publish(series({ rule: 'after-days', days: 2 }));
  const first = await add('Dora');
  await later(0);
  await later(3 * 24);
  const second = await add('Dorah');
  await later(0);
  const appointments = await publish(
    series({ rule: 'once-per-appointment' }, { events: ['APPOINTMENT_SCHEDULED'] }),
  );
  await book(500, first);
  await book(600, second);
  await later(0);
  await merge(first, second);
  assert.deepEqual(await standings(days), ['running', 'running']);
  assert.deepEqual(await standings(appointments), ['running', 'running']);
});

test('who has been through it under a record that was merged does not come in again, until that is taken back', async () => {
  for (const reentry of [{ rule: 'never' }, { rule: 'after-days', days: 365 }] as const) {
    const kept = await add('Dora');
    // Told before there is a workflow to come into.
    await later(0);
    const workflowId = await publish(series(reentry));
    const merged = await add('Dorah');
    await later(0);
    const mergeId = await merge(kept, merged);
    await created(kept);
    await later(0);
    assert.equal((await instancesOf(workflowId)).length, 1);
    await undo(kept, mergeId);
    await created(kept);
    await created(merged);
    await later(0);
    assert.deepEqual(
      (await instancesOf(workflowId)).map(({ patient_id }) => patient_id),
      [merged, kept],
    );
  }
});

test('a merge that is refused ends nobody', async () => {
  const workflowId = await publish(series({ rule: 'never' }));
  const [first, second] = await twice();
  const answers = await Promise.all([
    app.as(olivia, 'POST', `${base}/${first}/merge`, { duplicateId: second }),
    app.as(olivia, 'POST', `${base}/${second}/merge`, { duplicateId: first }),
  ]);
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.deepEqual(await standings(workflowId), ['running', 'merged']);
  const third = await add('Dorah');
  await later(0);
  const unknown = '00000000-0000-7000-8000-000000000000';
  assert.equal(
    (await app.as(olivia, 'POST', `${base}/${unknown}/merge`, { duplicateId: third })).status,
    404,
  );
  assert.deepEqual(await standings(workflowId), ['running', 'merged', 'running']);
});
