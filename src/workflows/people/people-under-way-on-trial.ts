import assert from 'node:assert/strict';
import { recordEvent } from '../../events/record-event.ts';
import { workThrough } from '../engine/work-through.ts';
import type { Definition } from '../rules/definition.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

/**
 * The demo with three patients who come into workflows of these steps as often as a test likes, and with the staff that
 * looks after them.
 */
export const startPeopleUnderWay = async (steps: Definition['steps']) => {
  const world = await startWorkflowsOnTrial();
  const { app, clinic, deps, inside } = world;
  const manager = 'daniel.brooks@lakeside.example';
  const receptionist = clinic.staff.find(({ role }) => role === 'receptionist')!.email;
  const definition: Definition = {
    ...reminderChain,
    trigger: { events: ['PATIENT_CREATED'] },
    reentry: { rule: 'always' },
    exits: [],
    steps,
  };
  const people = await inside((trx) =>
    trx
      .selectFrom('patients')
      .select(['id', 'family_name'])
      .where('clinic_id', '=', clinic.id)
      .limit(3)
      .execute(),
  );
  const comeIn = async (count: number): Promise<void> => {
    await inside(async (trx) => {
      for (let index = 0; index < count; index += 1)
        await recordEvent(trx, {
          kind: 'PATIENT_CREATED',
          occurredAt: app.clock.now(),
          patientId: people[index % people.length]!.id,
          payload: { enteredBy: 'staff' },
        });
    });
    await workThrough(deps);
  };
  /** @returns a workflow of its own for a test, with that many under way, of one patient each in turn */
  const underWay = async (count: number): Promise<string> => {
    const id = await world.publish(definition);
    await comeIn(count);
    return id;
  };
  const under = (rest: string, of = clinic.id): string => `/api/v1/clinics/${of}/${rest}`;
  const ask = async <T>(method: string, rest: string, body?: unknown, email = manager): Promise<T> => {
    const answer = await app.as(email, method, under(rest), body);
    assert.ok(answer.ok, `${method} ${rest}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
    return (await answer.json()) as T;
  };
  /** Nobody comes into it any more: the next test has a workflow of its own. */
  const end = (workflowId: string): Promise<unknown> =>
    ask('DELETE', `workflows/${workflowId}`).catch(() => null);
  const staff = { manager, receptionist, stranger: 'stefan.krueger@praxis-am-park.example' };
  return { ...world, ...staff, definition, people, comeIn, underWay, under, ask, end };
};
