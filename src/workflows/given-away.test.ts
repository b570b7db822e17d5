import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workThrough } from './engine/work-through.ts';
import { reminderChain } from './rules/subject-on-trial.ts';
import { startWorkflowsOnTrial } from './workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, deps, inside, publish, instancesOf, messagesOf } = onTrial;
const { clock } = app;
const source = 'https://practice.example/fhir';

const post = async (path: string, body: unknown): Promise<string> => {
  const to = `/api/v1/clinics/${clinic.id}/fhir/${path}`;
  const answer = await app.as('olivia.martin@lakeside.example', 'POST', to, body);
  const text = await answer.text();
  assert.ok(answer.ok, text);
  return (JSON.parse(text) as { id: string }).id;
};
const known = (id: string, given: string): Promise<string> =>
  post('Patient', {
    resourceType: 'Patient',
    id,
    meta: { source },
    name: [{ use: 'official', family: 'Given', given: [given] }],
    telecom: [{ system: 'phone', use: 'mobile', value: '(312) 555-0178' }],
  });
const one = await known('1', 'Anna');
const other = await known('2', 'Bert');

const visit = (
  id: string,
  patient: string,
  hours: number,
  status: 'booked' | 'fulfilled' | 'cancelled' = 'booked',
): Promise<string> => {
  const start = clock.now().round('minute').add({ hours });
  return post('Appointment', {
    resourceType: 'Appointment',
    id,
    meta: { source },
    status,
    start: start.toString(),
    end: start.add({ minutes: 30 }).toString(),
    participant: [
      { actor: { reference: `Patient/${patient}` }, status: 'accepted' },
      { actor: { reference: 'Practitioner/7', display: 'Dr. Iris Novak' }, status: 'accepted' },
    ],
  });
};
const later = async (hours: number): Promise<void> => {
  clock.advance({ hours });
  await workThrough(deps);
};
const nameOf = (patientId: string | null): string => (patientId === one ? 'Anna' : 'Bert');
const standings = async (workflowId: string) =>
  (await instancesOf(workflowId)).map(
    ({ patient_id, status, exit_reason }) => `${nameOf(patient_id)} ${exit_reason ?? status}`,
  );

test('a visit that is given to another patient takes the reminders of the first along, and begins theirs', async () => {
  const workflowId = await publish(reminderChain);
  await visit('10', '1', 72);
  await later(0);
  await later(24);
  const [first] = await instancesOf(workflowId);
  assert.equal((await messagesOf(first!.id))[0]!.status, 'waiting');
  await visit('10', '2', 48);
  // In the transaction that gave it away: nothing of it can leave any more.
  assert.equal((await messagesOf(first!.id))[0]!.status, 'withdrawn');
  await later(0);
  assert.deepEqual(await standings(workflowId), ['Anna given-away', 'Bert running']);
  const [, second] = await instancesOf(workflowId);
  assert.equal((await messagesOf(second!.id))[0]!.status, 'waiting');
  // It was a slip: it is the first one's after all.
  await visit('10', '1', 48);
  await later(0);
  assert.deepEqual(await standings(workflowId), ['Anna given-away', 'Bert given-away', 'Anna running']);
  await visit('10', '1', 48);
  await later(0);
  assert.equal((await instancesOf(workflowId)).length, 3);
});

test('a visit given away before anybody was told of it brings only the second in', async () => {
  const workflowId = await publish(reminderChain);
  await visit('11', '1', 72);
  await visit('11', '2', 72);
  await later(0);
  assert.deepEqual(await standings(workflowId), ['Bert running']);
});

test('an answer that ended it holds for who gave it: who has the visit now is asked anew', async () => {
  const workflowId = await publish({ ...reminderChain, exits: [{ when: 'appointment-confirmed' }] });
  const appointmentId = await visit('12', '1', 72);
  await later(0);
  const at = `/api/v1/clinics/${clinic.id}/appointments/${appointmentId}`;
  const olivia = 'olivia.martin@lakeside.example';
  const { revision } = (await (await app.as(olivia, 'GET', at)).json()) as { revision: number };
  await app.as(olivia, 'PUT', `${at}/status`, { revision, status: 'confirmed' });
  assert.deepEqual(await standings(workflowId), ['Anna appointment-confirmed']);
  await visit('12', '2', 72);
  await later(0);
  assert.deepEqual(await standings(workflowId), ['Anna given-away', 'Bert running']);
  const { status } = (await (await app.as(olivia, 'GET', at)).json()) as { status: string };
  assert.equal(status, 'booked');
});

test('one that was cancelled stays no news for who gets it', async () => {
  const workflowId = await publish(reminderChain);
  await visit('13', '1', 72, 'cancelled');
  await visit('13', '2', 72, 'cancelled');
  await later(0);
  assert.deepEqual(await standings(workflowId), []);
  const told = await inside((trx) =>
    trx
      .selectFrom('events')
      .select('kind')
      .where('clinic_id', '=', clinic.id)
      .where('patient_id', '=', other)
      .where('kind', '=', 'APPOINTMENT_CANCELLED')
      .execute(),
  );
  assert.deepEqual(told, []);
});
