import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { setAppointmentStatus } from '../../appointments/set-appointment-status.ts';
import { definitionSchema } from '../rules/definition.ts';
import { missedAppointment } from '../rules/gallery/missed-appointment.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import { followAppointments } from './follow-appointments.ts';
import { workThrough } from './work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, deps, by, inside, publish, instancesOf, book } = onTrial;
const { clock } = app;
const laura = await onTrial.patientCalled('Laura');

/** Somebody did not come. @returns the appointment */
const miss = async (): Promise<string> => {
  const startsAt = clock.now().subtract({ minutes: 20 });
  const id = await inside((trx) => insertVisit(trx, laura, startsAt, 'no-show'));
  await onTrial.tellOf('APPOINTMENT_NO_SHOW', { patientId: laura, id, startsAt });
  return id;
};
const setStatus = (id: string, status: 'booked' | 'no-show'): Promise<unknown> =>
  inside((trx) =>
    setAppointmentStatus(trx, id, { status, revision: null }, by(), (_trx, ids) =>
      followAppointments(_trx, ids, clock.now()),
    ),
  );
const exitsIn = async (workflowId: string): Promise<(string | null)[]> =>
  (await instancesOf(workflowId)).map(({ exit_reason }) => exit_reason);

test('who has a new appointment is not called about the one that was missed', async () => {
  const workflowId = await publish(missedAppointment.definition.en);
  await miss();
  await workThrough(deps);
  await book(24 * 3, laura);
  await workThrough(deps);
  assert.deepEqual(await exitsIn(workflowId), ['APPOINTMENT_SCHEDULED']);
});

test('who came after all is not told that they were missed', async () => {
  const workflowId = await publish(missedAppointment.definition.en);
  const late = await miss();
  await workThrough(deps);
  await setStatus(late, 'booked');
  await workThrough(deps);
  assert.deepEqual(await exitsIn(workflowId), ['condition']);
  await setStatus(late, 'no-show');
  await workThrough(deps);
  assert.deepEqual(await exitsIn(workflowId), ['condition', null], 'that was the slip');
});

test('another appointment that is cancelled or moved is no goal of this one’s', async () => {
  const definition = definitionSchema.parse({
    ...reminderChain,
    exits: [{ when: 'event', kinds: ['APPOINTMENT_CANCELLED', 'APPOINTMENT_SCHEDULED'] }],
  });
  const workflowId = await publish(definition);
  await book(24 * 9, laura);
  await workThrough(deps);
  const other = await book(24 * 12, laura);
  await inside((trx) =>
    setAppointmentStatus(trx, other, { status: 'cancelled', revision: null }, by(), async () => {}),
  );
  await workThrough(deps);
  assert.deepEqual((await exitsIn(workflowId))[0], null);
});
