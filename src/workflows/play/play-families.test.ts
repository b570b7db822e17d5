// What a family hears, and what a number has still to say today: a play of one child says what the engine sends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertVisit } from '../../../test/fixtures/insert-visit.ts';
import { recordEvent } from '../../events/record-event.ts';
import { engineOnTrial } from '../engine/engine-on-trial.ts';
import { loadPerson } from './load-person.ts';
import { definitionSchema, type Definition } from '../rules/definition.ts';
import { familyOf } from '../rules/play/family.ts';
import { gateVerdict } from '../rules/play/gate-verdict.ts';
import { walkUntil } from '../rules/play/go-on.ts';
import { keptByNumber } from '../rules/play/number-pace.ts';
import { setScene } from '../rules/play/set-scene.ts';
import { beginWorld, type Staging, type World } from '../rules/play/world.ts';
import { pauseWorkflow } from '../versions/switch-workflow.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const onTrial = await startWorkflowsOnTrial();
const { app, clinic, by, inside, publish } = onTrial;
const { clock } = app;
const { runToTheEnd } = engineOnTrial(onTrial);

const reminders: Definition = definitionSchema.parse({
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'once-per-appointment' },
  exits: [],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'before-appointment', span: { hours: 48 } }, ifPast: 'skip' },
    {
      id: 'remind',
      do: 'SEND',
      channel: 'sms',
      content: { text: { en: '{{ patient.first_name }}: {{ appointment.time }}. Reply YES to confirm.' } },
    },
    { id: 'morning', do: 'WAIT', for: { until: 'morning-of-appointment', at: '08:00' }, ifPast: 'skip' },
    {
      id: 'today',
      do: 'SEND',
      channel: 'sms',
      content: { text: { en: 'Today, {{ patient.first_name }}: {{ appointment.time }}.' } },
    },
  ],
});

const bennetts = await inside((trx) =>
  trx
    .selectFrom('patients')
    .select(['id', 'given_name as name'])
    .where('clinic_id', '=', clinic.id)
    .where('family_name', '=', 'Bennett')
    .execute(),
);
const idOf = (name: string): string => bennetts.find((one) => one.name === name)!.id;

const local = (time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(time).toZonedDateTime('America/Chicago').toInstant();

const playOf = async (name: string, visitId: string): Promise<World> => {
  const asked = {
    patientId: idOf(name),
    appointmentId: visitId,
    eventId: null,
    workflowId: null,
    templateIds: [],
  };
  const person = (await inside((trx) => loadPerson(trx, asked, by())))!;
  const kind = 'APPOINTMENT_SCHEDULED';
  const scene = setScene(
    person,
    kind,
    person.visits.find(({ id }) => id === visitId)!,
  );
  const staging: Staging = {
    definition: reminders,
    ids: { instanceId: 'play', workflowId: 'play' },
    verdict: gateVerdict(reminders, scene, {
      family: familyOf(reminders, person, kind, clock.now()),
      number: (contact, world) => keptByNumber(person, contact, world),
    }),
    calls: 'heard',
  };
  const world = beginWorld(staging, scene.subject, clock.now());
  walkUntil(staging, world, clock.now().add({ hours: 24 * 60 }));
  return world;
};

/** `2027-03-01T15:00:00Z remind The text` for each message that left. */
const leftIn = ({ story }: World): string[] =>
  story.flatMap((entry) =>
    entry.told === 'contact' && entry.verdict.may === 'now' && entry.verdict.says?.as === 'text'
      ? [`${entry.at.toString()} ${entry.contact.step} ${entry.verdict.says.body}`]
      : [],
  );

const sentAbout = (patientId: string, workflowId: string): Promise<string[]> =>
  inside(async (trx) => {
    const rows = await trx
      .selectFrom('messages as m')
      .innerJoin('workflow_instances as i', (join) =>
        join.onRef('i.clinic_id', '=', 'm.clinic_id').onRef('i.id', '=', 'm.instance_id'),
      )
      .select(['m.key', 'm.body', 'm.sent_at as at'])
      .where('m.clinic_id', '=', clinic.id)
      .where('m.patient_id', '=', patientId)
      .where('i.workflow_id', '=', workflowId)
      .where('m.sent_at', 'is not', null)
      .orderBy('m.sent_at')
      .execute();
    return rows.map(({ key, body, at }) => `${at!.toString()} ${key.split(':')[1]} ${body}`);
  });

type Case = { title: string; at: string; visits: Record<string, string>; together: boolean };
// One after the other: the clock only goes forward.
const cases: Case[] = [
  {
    title: 'two children of one day are one message',
    at: '2027-03-01T10:00',
    visits: { Anna: '2027-03-10T13:30', Ben: '2027-03-10T14:00' },
    together: true,
  },
  {
    title: 'their mother’s own visit is named with theirs',
    at: '2027-04-01T10:00',
    visits: { Ben: '2027-04-14T14:30', Anna: '2027-04-14T13:30', Laura: '2027-04-14T15:00' },
    together: true,
  },
  {
    title: 'more than four hours apart in the afternoon: each by itself, and in the morning as one',
    at: '2027-05-03T10:00',
    visits: { Anna: '2027-05-12T09:30', Ben: '2027-05-12T16:00' },
    together: false,
  },
  {
    title: 'before the hours in which they may be written to: what waits for them leaves as one',
    at: '2027-06-01T10:00',
    visits: { Anna: '2027-06-16T06:00', Ben: '2027-06-16T07:30' },
    together: true,
  },
];

for (const { title, at, visits, together } of cases)
  test(title, async () => {
    clock.advance(clock.now().until(local(at)));
    const booked: [name: string, visitId: string, startsAt: Temporal.Instant][] = [];
    for (const [name, time] of Object.entries(visits)) {
      const startsAt = local(time);
      booked.push([name, await inside((trx) => insertVisit(trx, idOf(name), startsAt)), startsAt]);
    }
    const played = new Map<string, World>();
    for (const [name, visitId] of booked) played.set(name, await playOf(name, visitId));
    const workflowId = await publish(reminders);
    await inside(async (trx) => {
      for (const [name, appointmentId, startsAt] of booked)
        await recordEvent(trx, {
          kind: 'APPOINTMENT_SCHEDULED',
          occurredAt: clock.now(),
          patientId: idOf(name),
          appointmentId,
          payload: {
            startsAt: startsAt.toString(),
            endsAt: startsAt.add({ minutes: 30 }).toString(),
            practitionerId: appointmentId,
            appointmentTypeId: null,
            reason: '',
          },
        });
    });
    await runToTheEnd('heard');
    await inside((trx) => pauseWorkflow(trx, workflowId, by()));
    for (const [name, world] of played) {
      // What the others got by themselves counts for the cap of the day, which a play of one person does not know.
      if (!together && name !== 'Anna') continue;
      const left = leftIn(world);
      assert.ok(left.length > 0);
      assert.deepEqual(left, await sentAbout(idOf(name), workflowId), name);
      const first = world.story.find((entry) => entry.told === 'contact' && entry.verdict.may === 'now');
      assert.ok(first?.told === 'contact');
      assert.equal(first.verdict.together.length > 0, together);
      assert.deepEqual(first.verdict.reader, { name: 'Laura Bennett', own: name === 'Laura' });
    }
    await inside((trx) => trx.deleteFrom('appointments').where('clinic_id', '=', clinic.id).execute());
  });

test('a number that has said enough today goes on tomorrow', async () => {
  clock.advance(clock.now().until(local('2027-07-06T10:00')));
  const startsAt = local('2027-07-08T10:00');
  const visitId = await inside((trx) => insertVisit(trx, idOf('Laura'), startsAt));
  await inside((trx) =>
    trx
      .updateTable('message_senders')
      .set({ daily_cap: 7, day: '2027-07-06', sent_on_day: 7 })
      .where('clinic_id', '=', clinic.id)
      .execute(),
  );
  const asked = (await playOf('Laura', visitId)).story.flatMap((entry) =>
    entry.told === 'contact' && entry.contact.step === 'remind'
      ? [`${entry.at.toString()} ${entry.verdict.may === 'now' ? 'leaves' : entry.verdict.reason}`]
      : [],
  );
  assert.deepEqual(asked, [
    '2027-07-06T15:00:00Z daily-cap-of-number',
    '2027-07-07T05:00:00Z quiet-hours',
    '2027-07-07T13:00:00Z leaves',
  ]);
});
