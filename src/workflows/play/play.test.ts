// A play says what the engine does: the same workflow, person and event, once on a database with everything that is sent
// and dialled, once in the rules alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { recordEvent } from '../../events/record-event.ts';
import { eventKinds } from '../../events/rules/event-kinds.ts';
import { engineOnTrial } from '../engine/engine-on-trial.ts';
import { loadPerson } from './load-person.ts';
import type { Definition } from '../rules/definition.ts';
import { gallery } from '../rules/gallery/gallery.ts';
import { gateVerdict } from '../rules/play/gate-verdict.ts';
import { walkUntil } from '../rules/play/go-on.ts';
import { setScene } from '../rules/play/set-scene.ts';
import { beginWorld, type Staging, type World } from '../rules/play/world.ts';
import type { CallOutcome } from '../rules/steps.ts';
import { pauseWorkflow } from '../versions/switch-workflow.ts';
import { tellStory } from '../people/tell-stories.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, by, inside, publish } = onTrial;
const { clock } = app;
const { runToTheEnd } = engineOnTrial(onTrial);

type Kind = 'APPOINTMENT_SCHEDULED' | 'APPOINTMENT_COMPLETED' | 'APPOINTMENT_NO_SHOW';
type Case = {
  key: string;
  kind: Kind;
  /** local time of the event, and of the appointment */
  at: string;
  visit: string;
  calls: CallOutcome;
  givenName?: string;
};

const statuses: Record<Kind, string> = {
  APPOINTMENT_SCHEDULED: 'booked',
  APPOINTMENT_COMPLETED: 'completed',
  APPOINTMENT_NO_SHOW: 'no-show',
};

// One after the other: the clock only goes forward. Over the night in which it changes.
const cases: Case[] = [
  {
    key: 'missed-appointment',
    kind: 'APPOINTMENT_NO_SHOW',
    at: '2027-01-08T18:50',
    visit: '2027-01-08T18:00',
    calls: 'no-answer',
  },
  {
    key: 'missed-appointment',
    kind: 'APPOINTMENT_NO_SHOW',
    at: '2027-02-05T21:30',
    visit: '2027-02-05T20:00',
    calls: 'heard',
  },
  {
    key: 'post-appointment-call',
    kind: 'APPOINTMENT_COMPLETED',
    at: '2027-02-27T15:00',
    visit: '2027-02-27T14:00',
    calls: 'no-answer',
  },
  {
    key: 'appointment-reminder-call',
    kind: 'APPOINTMENT_SCHEDULED',
    at: '2027-03-03T10:00',
    visit: '2027-03-15T09:30',
    calls: 'busy',
  },
  {
    key: 'appointment-reminders',
    kind: 'APPOINTMENT_SCHEDULED',
    at: '2027-04-01T22:00',
    visit: '2027-04-03T07:30',
    calls: 'heard',
  },
];

const local = (time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('America/Chicago').toInstant();

const line = (...parts: (string | null | undefined)[]): string => parts.map((part) => part ?? '-').join(' ');

/** What was done, and what the gate said, each with its time. */
type Told = { steps: string[]; gate: string[] };

const ownKey = (key: string): string => key.slice(key.indexOf(':') + 1);

const toldByEngine = async (workflowId: string): Promise<Told> => {
  const id = await inside(async (trx) => {
    const row = await trx
      .selectFrom('workflow_instances')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('workflow_id', '=', workflowId)
      .executeTakeFirstOrThrow();
    return row.id;
  });
  const story = await inside((trx) => tellStory(trx, id));
  const decisions = await inside((trx) =>
    trx
      .selectFrom('contact_decisions')
      .select(['key', 'reason', 'decided_at'])
      .where('clinic_id', '=', clinic.id)
      .where('key', 'like', `${id}:%`)
      .execute(),
  );
  return {
    steps: story!.executions.map(({ at, step, outcome, reason }) => line(at, step, outcome, reason)),
    gate: decisions
      .map(({ key, reason, decided_at }) => line(decided_at.toString(), ownKey(key), reason))
      .toSorted(),
  };
};

const toldByPlay = ({ story }: World): Told => ({
  steps: story.flatMap((entry) =>
    entry.told === 'step'
      ? [line(entry.at.toString(), entry.execution.step, entry.execution.outcome, entry.execution.reason)]
      : [],
  ),
  gate: story
    .flatMap((entry) =>
      entry.told === 'contact' && entry.verdict.decision !== null
        ? [line(entry.at.toString(), ownKey(entry.contact.key), entry.verdict.decision.reason)]
        : [],
    )
    .toSorted(),
});

const somebody = (language: 'en' | 'de'): Promise<string> =>
  inside(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT p.id FROM patients p WHERE p.clinic_id = ${clinic.id} AND coalesce(p.language, 'en') = ${language}
        AND p.merged_into IS NULL AND p.archived_at IS NULL AND p.birth_date < '1990-01-01'
        AND EXISTS (SELECT FROM patient_phone_numbers n WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id AND n.takes_sms)
        AND NOT EXISTS (SELECT FROM patient_guardians g WHERE g.clinic_id = p.clinic_id AND p.id IN (g.patient_id, g.guardian_id))
        AND NOT EXISTS (SELECT FROM contact_opt_outs o WHERE o.clinic_id = p.clinic_id AND o.patient_id = p.id)
      ORDER BY p.id LIMIT 1`.execute(trx);
    return rows[0]!.id;
  });

const happen = (kind: Kind, patientId: string, appointmentId: string, startsAt: Temporal.Instant) =>
  inside((trx) =>
    recordEvent(trx, {
      kind,
      occurredAt: clock.now(),
      patientId,
      appointmentId,
      payload: eventKinds[kind].payload.parse({
        startsAt: startsAt.toString(),
        endsAt: startsAt.add({ minutes: 30 }).toString(),
      }),
    }),
  );

const playIt = async (
  definition: Definition,
  one: Case,
  patientId: string,
  visitId: string,
): Promise<World> => {
  const asked = { patientId, appointmentId: visitId, eventId: null, workflowId: null, templateIds: [] };
  const person = await inside((trx) => loadPerson(trx, asked, by()));
  const scene = setScene(
    person!,
    one.kind,
    person!.visits.find(({ id }) => id === visitId)!,
  );
  const staging: Staging = {
    definition,
    ids: { instanceId: 'play', workflowId: 'play' },
    verdict: gateVerdict(definition, scene),
    calls: one.calls,
  };
  const world = beginWorld(staging, scene.subject, clock.now());
  walkUntil(staging, world, clock.now().add({ hours: 24 * 400 }));
  return world;
};

for (const one of cases)
  test(`${one.key}, calls ${one.calls}, from ${one.at}: played as it is done`, async () => {
    clock.advance(clock.now().until(local(one.at)));
    const { en: definition } = gallery.find(({ key }) => key === one.key)!.definition;
    const patientId = await somebody('en');
    const startsAt = local(one.visit);
    const visitId = await inside((trx) => insertVisit(trx, patientId, startsAt, statuses[one.kind]));
    const played = toldByPlay(await playIt(definition, one, patientId, visitId));

    const workflowId = await publish(definition);
    await happen(one.kind, patientId, visitId, startsAt);
    await runToTheEnd(one.calls);
    const done = await toldByEngine(workflowId);
    await inside((trx) => pauseWorkflow(trx, workflowId, by()));
    assert.ok(played.gate.length > 0);
    assert.deepEqual(played, done);
  });
