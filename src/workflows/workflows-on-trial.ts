import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { insertVisit } from '../../test/fixtures/insert-visit.ts';
import { recordEvent } from '../events/record-event.ts';
import { eventKinds } from '../events/rules/event-kinds.ts';
import { createLog } from '../platform/log.ts';
import { followAppointments } from './engine/follow-appointments.ts';
import { makeWorkflow } from './make-workflow.ts';
import { publishWorkflow } from './versions/publish-workflow.ts';
import type { Definition } from './rules/definition.ts';
import { tellStory } from './people/tell-stories.ts';

type Inside = <T>(work: (trx: ClinicTransaction) => Promise<T>) => Promise<T>;

/** What happens to patients, with its events. */
const happeningsIn = (inside: Inside, now: () => Temporal.Instant) => {
  const patientCalled = async (givenName: string): Promise<string> =>
    inside(
      async (trx) =>
        (
          await trx
            .selectFrom('patients')
            .select('id')
            .where('clinic_id', '=', trx.clinicId)
            .where('given_name', '=', givenName)
            .executeTakeFirstOrThrow()
        ).id,
    );
  /** Tells of an appointment. */
  const tellOf = (
    kind: 'APPOINTMENT_SCHEDULED' | 'APPOINTMENT_NO_SHOW',
    { patientId, id, startsAt }: { patientId: string; id: string; startsAt: Temporal.Instant },
  ): Promise<unknown> =>
    inside((trx) =>
      recordEvent(trx, {
        kind,
        occurredAt: now(),
        patientId,
        appointmentId: id,
        payload: eventKinds[kind].payload.parse({
          startsAt: startsAt.toString(),
          endsAt: startsAt.add({ minutes: 30 }).toString(),
        }),
      }),
    );
  /** Books an appointment that many hours ahead. */
  const book = async (hours: number, patientId: string): Promise<string> => {
    const startsAt = now().add({ hours });
    const id = await inside((trx) => insertVisit(trx, patientId, startsAt));
    await tellOf('APPOINTMENT_SCHEDULED', { patientId, id, startsAt });
    return id;
  };
  /** Changes an appointment, as the book does: workflows follow it at once. */
  const changeVisit = (
    id: string,
    values: { starts_at?: Temporal.Instant; ends_at?: Temporal.Instant; status?: string },
  ): Promise<void> =>
    inside(async (trx) => {
      await trx
        .updateTable('appointments')
        .set(values)
        .where('clinic_id', '=', trx.clinicId)
        .where('id', '=', id)
        .execute();
      await followAppointments(trx, [id], now());
    });
  const moveVisit = (id: string, startsAt: Temporal.Instant): Promise<void> =>
    changeVisit(id, { starts_at: startsAt, ends_at: startsAt.add({ minutes: 30 }) });
  const created = (patientId: string): Promise<unknown> =>
    inside((trx) =>
      recordEvent(trx, {
        kind: 'PATIENT_CREATED',
        occurredAt: now(),
        patientId,
        payload: { enteredBy: 'staff' },
      }),
    );
  return { patientCalled, tellOf, book, changeVisit, moveVisit, created };
};

/** What has become of those who are in a workflow. */
const lookingAt = (inside: Inside) => {
  const instancesOf = (workflowId: string) =>
    inside((trx) =>
      trx
        .selectFrom('workflow_instances')
        .selectAll()
        .where('clinic_id', '=', trx.clinicId)
        .where('workflow_id', '=', workflowId)
        .orderBy('started_at')
        .orderBy('id')
        .execute(),
    );
  const messagesOf = (instanceId: string) =>
    inside((trx) =>
      trx
        .selectFrom('messages')
        .select(['id', 'key', 'channel', 'status', 'reason'])
        .where('clinic_id', '=', trx.clinicId)
        .where('instance_id', '=', instanceId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
  const steps = async (instanceId: string): Promise<string[]> => {
    const story = await inside((trx) => tellStory(trx, instanceId));
    return story!.executions.map(({ step, outcome, reason }) =>
      [step, outcome, reason].filter(Boolean).join(' '),
    );
  };
  return { instancesOf, messagesOf, steps };
};

/** The demo with its English clinic, into which a test puts workflows. */
export const startWorkflowsOnTrial = async () => {
  const app = await startDemoApp();
  const { database, clock } = app;
  const [clinic, german] = app.clinics;
  const { id: userId } = await database.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
  const by = () => ({ userId, at: clock.now() });
  const inside: Inside = (work) => inClinic(database, clinic.id, work);
  /** @returns the workflow's id */
  const publish = (definition: Definition, name: string = randomUUIDv7()): Promise<string> =>
    inside(async (trx) => {
      const id = (await makeWorkflow(trx, { name, templateKey: null, draft: definition }, by()))!;
      const published = await publishWorkflow(trx, id, { revision: 1, underWay: 'keep' }, by());
      assert.deepEqual(published, { ok: true, version: 1 });
      return id;
    });
  const deps = { database, clock, log: createLog('silent') };
  const happenings = happeningsIn(inside, () => clock.now());
  return { app, clinic, german, deps, by, inside, publish, ...happenings, ...lookingAt(inside) };
};
