// Who comes in again: what the engine does, what a play of one person says before, and what the last events tell after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordEvent, recordEvents } from '../../events/record-event.ts';
import { loadPerson } from './load-person.ts';
import { rehearseEvents } from './rehearse-events.ts';
import { definitionSchema, type Definition, type Reentry } from '../rules/definition.ts';
import { keptOutSince } from '../rules/play/kept-out.ts';
import { workThrough } from '../engine/work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const { app, clinic, deps, by, inside, publish } = await startWorkflowsOnTrial();
const { clock } = app;

const definitionWith = (reentry: Reentry): Definition =>
  definitionSchema.parse({
    trigger: { events: ['PATIENT_CREATED'] },
    purpose: 'care',
    reentry,
    exits: [],
    steps: [{ id: 'task', do: 'SCHEDULE_CALLBACK', text: 'Say hello.' }],
  });

const people = await inside((trx) =>
  trx.selectFrom('patients').select('id').where('clinic_id', '=', clinic.id).orderBy('id').limit(2).execute(),
);
const [patientId, filler] = people.map(({ id }) => id) as [string, string];
const payload = { enteredBy: 'staff' } as const;

const cameIn = async (workflowId: string): Promise<number> => {
  const rows = await inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', workflowId)
      .where('patient_id', '=', patientId)
      .execute(),
  );
  return rows.length;
};

/** Whether a play says that they would come in now. */
const mayComeIn = async (workflowId: string, definition: Definition): Promise<boolean> => {
  const asked = { patientId, appointmentId: null, eventId: null, workflowId, templateIds: [] };
  const person = await inside((trx) => loadPerson(trx, asked, by()));
  const setting = { kind: 'PATIENT_CREATED' as const, visit: null };
  return keptOutSince(definition, person!, setting, clock.now()) === null;
};

const rules: [Reentry, expected: boolean[]][] = [
  [{ rule: 'never' }, [true, false, false]],
  [{ rule: 'after-days', days: 10 }, [true, false, true]],
  [{ rule: 'always' }, [true, true, true]],
];
for (const [reentry, expected] of rules)
  test(`${reentry.rule}: a play and the last events say who comes in as the engine decides it`, async () => {
    const definition = definitionWith(reentry);
    const workflowId = await publish(definition);
    const times: string[] = [];
    const done: boolean[] = [];
    for (const days of [0, 5, 7]) {
      clock.advance({ hours: 24 * days });
      const said = await mayComeIn(workflowId, definition);
      const before = await cameIn(workflowId);
      await inside((trx) =>
        recordEvent(trx, { kind: 'PATIENT_CREATED', occurredAt: clock.now(), patientId, payload }),
      );
      clock.advance({ seconds: 1 });
      await workThrough(deps);
      done.push((await cameIn(workflowId)) > before);
      assert.equal(said, done.at(-1));
      times.push(clock.now().subtract({ seconds: 1 }).toString());
    }
    assert.deepEqual(done, expected);

    // The first of the three is not among the last hundred any more.
    const between = Temporal.Instant.from(times[0]!).add({ hours: 1 });
    await inside((trx) =>
      recordEvents(
        trx,
        Array.from({ length: 98 }, (_, index) => ({
          kind: 'PATIENT_CREATED',
          occurredAt: between.add({ minutes: index }),
          patientId: filler,
          payload,
        })),
      ),
    );
    const { rows } = await inside((trx) =>
      rehearseEvents(trx, { definition, workflowId, cursor: null }, clock.now()),
    );
    const theirs = rows.filter(({ patient }) => patient?.id === patientId).toReversed();
    assert.deepEqual(
      theirs.map(({ event, comesIn }) => [event.at, comesIn]),
      times.slice(1).map((at, index) => [at, expected[index + 1]]),
    );
    await workThrough(deps);
    clock.advance({ hours: 24 * 30 });
  });
