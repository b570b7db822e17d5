import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUIDv7 } from 'node:crypto';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { createTasks, type NewTask } from './create-tasks.ts';

const app = await startDemoApp();
const [english] = app.clinics;
const at = app.clock.now();
const from = { source: 'workflow', workflow: null, sourceId: randomUUIDv7() } as const;
const create = (tasks: NewTask[]) => inClinic(app.database, english.id, (trx) => createTasks(trx, tasks, at));
const taskOf = (id: string) =>
  inClinic(app.database, english.id, (trx) =>
    trx.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );

test('an effect that is repeated makes no second task, also by two at once', async () => {
  const task: NewTask = { kind: 'task', title: 'Send the plan', from, key: 'instance:step:0' };
  const made = await Promise.all([create([task]), create([task]), create([task])]);
  assert.equal(made.flat().filter((id) => id !== null).length, 1);
  const [again, other] = await create([task, { ...task, key: 'instance:step:1' }]);
  assert.equal(again, null);
  assert.notEqual(other, null);
});

test('a callback takes the number and the person of its call', async () => {
  const { patientId, callId } = await inClinic(app.database, english.id, async (trx) => {
    const patient = await trx.selectFrom('patients').select('id').limit(1).executeTakeFirstOrThrow();
    const call = {
      clinic_id: english.id,
      id: randomUUIDv7(),
      direction: 'inbound',
      from_number: '+13125550121',
      to_number: english.phoneNumber,
      patient_id: patient.id,
      carrier_sid: 'CA1',
      started_at: at,
      ended_at: at,
      status_since: at,
      last_fact_at: at,
      status: 'ended',
      language: 'en',
      state: '{}',
    } as const;
    await trx.insertInto('call_logs').values(call).execute();
    return { patientId: patient.id, callId: call.id };
  });
  const [id] = await create([{ kind: 'callback', callId, from }]);
  const task = await taskOf(id!);
  assert.deepEqual([task.patient_id, task.phone_number], [patientId, '+13125550121']);
});
