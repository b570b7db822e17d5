import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { callBell } from '../../src/dialling/call-bell.ts';
import { eventBell } from '../../src/events/event-bell.ts';
import type { InstanceView } from '../../src/workflows/rules/workflow-views.ts';
import type { ClinicDrivers } from '../fixtures/installation-drivers.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { startInstallation } from '../fixtures/installation.ts';
import { wednesday } from '../fixtures/quiet-days.ts';

const world = await startInstallation();
const patience = 60_000;

type Words = {
  clinic: ClinicDrivers;
  manager: string;
  patient: string;
  email: string;
  zone: string;
  hears: string[];
  thanks: string;
  sms: string;
  subject: string;
};

const english: Words = {
  clinic: world.english,
  manager: 'Daniel Brooks',
  patient: 'Laura Bennett',
  email: 'laura.bennett@mail.example',
  zone: 'America/Chicago',
  hears: ['Hello, this is Lakeside Dental', 'automated call', 'expected at', 'To confirm, press 1'],
  thanks: 'That is confirmed',
  sms: 'Your visit is on',
  subject: 'Your visit',
};
const german: Words = {
  clinic: world.german,
  manager: 'Stefan Krüger',
  patient: 'Sandra Neumann',
  email: 'sandra.neumann@post.example',
  zone: 'Europe/Berlin',
  hears: ['Guten Tag, hier ist', 'automatischer Anruf', 'Wir erwarten Sie um', 'drücken Sie die 1'],
  thanks: 'das ist bestätigt',
  sms: 'Ihr Besuch ist am',
  subject: 'Ihr Besuch',
};

/** Lets time pass until then, and wakes the workers, who otherwise look now and then. */
const until = async (at: Temporal.Instant): Promise<void> => {
  await world.skip(world.clock.product.now().until(at));
  await sql`SELECT pg_notify(${eventBell}, ''), pg_notify(${callBell}, '')`.execute(world.database);
};

type Api = Awaited<ReturnType<ClinicDrivers['staff']>>['api'];

const publish = async (api: Api, name: string, definition: object): Promise<string> => {
  const made = await api.post<{ id: string; revision: number; faults: unknown[] }>('workflows', {
    name,
    definition,
  });
  assert.deepEqual(made.faults, []);
  await api.post(`workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });
  return made.id;
};

const instanceOf = (api: Api, workflowId: string): Promise<string> =>
  eventually(
    'the instance',
    async () => {
      const page = await api.get<{ instances: { id: string; position: { doing: string } | null }[] }>(
        `workflow-instances?workflowId=${workflowId}`,
      );
      const [first] = page.instances;
      // Before it stands at its first wait, time that passes would not be counted.
      return first?.position?.doing === 'waiting' && first.id;
    },
    patience,
  );

const storyOf = (api: Api, id: string): Promise<InstanceView> => api.get(`workflow-instances/${id}`);

/** The instance's story, once it is over. */
const endOf = (api: Api, id: string): Promise<InstanceView> =>
  eventually(
    'the end',
    async () => {
      const told = await storyOf(api, id);
      return told.status === 'done' && told;
    },
    patience,
  );

const findPatient = async (api: Api, name: string): Promise<string> => {
  const { patients } = await api.get<{ patients: { id: string; name: string }[] }>(
    `patients?q=${encodeURIComponent(name)}`,
  );
  return patients.find((one) => one.name === name)!.id;
};

const textsOf = async ({ clinic, patient }: Words): Promise<string[]> => {
  const { number } = clinic.telephone(patient);
  const answer = await fetch(
    `${world.sandboxUrl}/telephones/api/handsets/${encodeURIComponent(number)}/messages`,
  ).then((response) => response.json() as Promise<{ from: string; body: string }[] | { messages: [] }>);
  const messages = Array.isArray(answer) ? answer : answer.messages;
  return messages.flatMap(({ from, body }) => (from === clinic.phoneNumber ? [body] : []));
};

/** An SMS, an e-mail and a call; who cannot be reached is called once more. */
const reminderChain = {
  trigger: { events: ['APPOINTMENT_SCHEDULED'] },
  purpose: 'appointment',
  reentry: { rule: 'once-per-appointment' },
  exits: [{ when: 'appointment-cancelled' }],
  steps: [
    { id: 'three-days', do: 'WAIT', for: { until: 'before-appointment', span: { days: 3 }, at: '10:00' } },
    {
      id: 'sms',
      do: 'SEND_SMS',
      content: {
        text: {
          en: 'Your visit is on {{ appointment.weekday }}. {{ clinic.name }}',
          de: 'Ihr Besuch ist am {{ appointment.weekday }}. {{ clinic.name }}',
        },
      },
    },
    { id: 'two-days', do: 'WAIT', for: { until: 'before-appointment', span: { days: 2 }, at: '10:00' } },
    {
      id: 'email',
      do: 'SEND',
      channel: 'email',
      content: {
        subject: { en: 'Your visit', de: 'Ihr Besuch' },
        text: { en: 'We are looking forward to seeing you.', de: 'Wir freuen uns auf Sie.' },
      },
    },
    { id: 'day-before', do: 'WAIT', for: { until: 'before-appointment', span: { days: 1 }, at: '10:00' } },
    {
      id: 'call',
      do: 'MAKE_PHONE_CALL',
      script: {
        en: '{{ patient.first_name }} is expected at {{ appointment.time }} tomorrow.',
        de: '{{ patient.first_name }}: Wir erwarten Sie um {{ appointment.time }} morgen.',
      },
      keys: { '1': 'confirm', '2': 'reschedule', '3': 'speak-to-someone', '9': 'do-not-call' },
      retry: { times: 2, after: { hours: 2 }, on: ['no-answer', 'busy', 'machine'] },
    },
  ],
};

/** From the booking to a key on the telephone. */
const remind = async (words: Words): Promise<void> => {
  const { clinic } = words;
  const { api } = await clinic.staff(words.manager);
  const workflowId = await publish(api, 'Reminder chain', reminderChain);
  const patientId = await findPatient(api, words.patient);
  const { practitioners } = await api.get<{ practitioners: { id: string }[] }>('practitioners');
  const startsAt = wednesday(world.clock.product.now(), words.zone, 5);
  const { appointment: booked } = await api.post<{ appointment: { id: string } }>('appointments', {
    patientId,
    practitionerId: practitioners[0]!.id,
    startsAt: startsAt.toInstant().toString(),
    reason: 'Check-up',
  });
  const id = await instanceOf(api, workflowId);
  const telephone = clinic.telephone(words.patient);
  const dayBefore = (days: number, at: string) => startsAt.subtract({ days }).withPlainTime(at).toInstant();

  await until(dayBefore(3, '10:00'));
  await eventually(
    'the SMS',
    async () => (await textsOf(words)).some((body) => body.includes(words.sms)),
    patience,
  );
  await until(dayBefore(2, '10:00'));
  await eventually(
    'the e-mail',
    async () => (await clinic.mails(words.email)).find(({ subject }) => subject === words.subject),
    patience,
  );

  await telephone.behave({ onCall: 'no-answer' });
  await until(dayBefore(1, '10:00'));
  await eventually(
    'the retry',
    async () => (await storyOf(api, id)).position?.doing === 'calling-again',
    patience,
  );
  await telephone.behave({ onCall: 'answer', pressAfterAnswer: '1' });
  await until(dayBefore(1, '12:30'));
  const story = await endOf(api, id);
  await telephone.waitFor(({ type, text = '' }) => type === 'heard' && text.includes(words.thanks), patience);

  const calls = story.executions.filter(({ step }) => step === 'call');
  assert.deepEqual(
    calls.map(({ outcome, reason }) => [outcome, reason]),
    [
      ['waiting', 'on-the-telephone'],
      ['waiting', 'no-answer'],
      ['waiting', 'on-the-telephone'],
      ['done', 'confirmed'],
    ],
  );
  const made = calls.at(-1)!.call!;
  assert.deepEqual([made.status, made.outcome], ['over', 'confirmed']);
  const appointment = await api.get<{ status: string }>(`appointments/${booked.id}`);
  assert.equal(appointment.status, 'confirmed');

  const { call, caller, steps, webhooks } = await api.story(made.id!);
  const said = webhooks.map(({ response }) => response).join(' ');
  for (const sentence of words.hears) assert.ok(said.includes(sentence), sentence);
  assert.deepEqual([call.direction, call.outcome, caller.name], ['outbound', 'answered', words.patient]);
  assert.deepEqual(
    steps.map(({ kind, reason }) => [kind, reason]),
    [
      ['called', ''],
      ['script', 'answered'],
      ['key-chosen', 'confirm'],
      ['ended', 'answered'],
    ],
  );
  const listed = (await api.log()).filter(({ callerName }) => callerName === words.patient);
  assert.deepEqual(
    listed.slice(0, 2).map(({ outcome }) => outcome),
    ['answered', 'no-answer'],
  );
  const { entries } = await api.get<{ entries: { kind: string; callId?: string }[] }>(
    `patients/${patientId}/timeline`,
  );
  assert.ok(entries.some(({ kind, callId }) => kind === 'call' && callId === made.id));
};

/** An SMS at once, a call on the next day, and a callback for the staff when that reaches nobody. */
const afterMissedCall = {
  trigger: { events: ['MISSED_CALL'] },
  purpose: 'care',
  reentry: { rule: 'after-days', days: 1 },
  exits: [],
  steps: [
    { id: 'a-moment', do: 'WAIT', for: { until: 'later', span: { minutes: 5 } } },
    {
      id: 'sorry',
      do: 'SEND_SMS',
      content: {
        text: {
          en: 'We missed your call. {{ clinic.name }}',
          de: 'Wir haben Ihren Anruf verpasst. {{ clinic.name }}',
        },
      },
    },
    { id: 'next-day', do: 'WAIT', for: { until: 'business-day', count: 1, at: '10:00' } },
    {
      id: 'call',
      do: 'MAKE_PHONE_CALL',
      script: { en: 'You called us yesterday.', de: 'Sie haben uns gestern angerufen.' },
      keys: { '3': 'speak-to-someone', '9': 'do-not-call' },
      machineMessage: { en: 'Please call {{ clinic.name }}.', de: 'Bitte rufen Sie {{ clinic.name }} an.' },
    },
    {
      id: 'reached',
      do: 'CONDITION',
      if: {
        combinator: 'and',
        rules: [{ field: 'steps.call', operator: 'in', value: ['spoke-to-someone', 'heard'] }],
      },
      yes: [],
      no: [
        {
          id: 'callback',
          do: 'SCHEDULE_CALLBACK',
          text: 'Missed call',
          due: { until: 'business-day', count: 1, at: '09:00' },
        },
      ],
    },
  ],
};

/** From a call that nobody took to a callback on the staff's list. */
const followUp = async (words: Words, missed: string, machine: string): Promise<void> => {
  const { clinic } = words;
  const { api } = await clinic.staff(words.manager);
  const workflowId = await publish(api, 'After a missed call', afterMissedCall);
  const telephone = clinic.telephone(words.patient);
  const day = wednesday(world.clock.product.now(), words.zone, 2);
  await until(day.withPlainTime('10:00').toInstant());
  await telephone.events.skip();
  await telephone.dial(clinic.phoneNumber);
  await telephone.waitFor('heard', patience);
  await telephone.hangUp();
  const id = await instanceOf(api, workflowId);
  await until(world.clock.product.now().add({ minutes: 6 }));
  await eventually(
    'the SMS',
    async () => (await textsOf(words)).some((body) => body.includes(missed)),
    patience,
  );

  await telephone.behave({ onCall: 'machine' });
  await until(day.add({ days: 1 }).withPlainTime('10:00').toInstant());
  const story = await endOf(api, id);
  const { text } = await telephone.waitFor(
    (event) => event.type === 'heard' && event.text?.includes(machine) === true,
    patience,
  );
  assert.ok(!text?.includes(words.hears[1]!), 'the machine has the short message, and nothing else');
  assert.deepEqual(
    story.executions.map(({ step, outcome, reason }) => `${step} ${outcome} ${reason ?? ''}`.trim()),
    [
      'a-moment waiting',
      'sorry done',
      'next-day waiting',
      'call waiting on-the-telephone',
      'call done left-message',
      'reached chosen no',
      'callback done',
    ],
  );
  const { items } = await api.get<{
    items: { kind: string; patient: { name: string } | null; dueAt: string | null }[];
  }>('tasks');
  const callback = items.find((task) => task.kind === 'callback' && task.patient?.name === words.patient);
  assert.ok(callback?.dueAt, 'a callback with a time');
};

test('an English reminder chain ends with a key on the telephone', () => remind(english));
test('a German one', () => remind(german));
test('an English missed call is followed up to the last step', () =>
  followUp(english, 'We missed your call', 'Please call Lakeside Dental'));
test('a German one as well', () => followUp(german, 'Anruf verpasst', 'Bitte rufen Sie'));
