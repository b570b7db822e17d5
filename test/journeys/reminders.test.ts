import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { InstanceView } from '../../src/workflows/rules/workflow-views.ts';
import { reminderChain } from '../../src/workflows/rules/subject-on-trial.ts';
import { eventBell } from '../../src/events/event-bell.ts';
import type { ClinicDrivers } from '../fixtures/installation-drivers.ts';
import { eventually } from '../fixtures/installation-eventually.ts';
import { requestJson } from '../fixtures/installation-requests.ts';
import { startInstallation } from '../fixtures/installation.ts';
import { wednesday } from '../fixtures/quiet-days.ts';

const world = await startInstallation();

type Sms = { to: string; from: string; body: string };
type Words = {
  manager: string;
  patient: string;
  email: string;
  zone: string;
  first: string;
  mail: string;
  morning: string;
};

/** Lets time pass until then, and wakes the workers, who otherwise look now and then. */
const until = async (at: Temporal.Instant): Promise<void> => {
  await world.skip(world.clock.product.now().until(at));
  await sql`SELECT pg_notify(${eventBell}, '')`.execute(world.database);
};

const messagesTo = (number: string): Promise<Sms[]> =>
  requestJson<Sms[] | { messages: Sms[] }>(
    'GET',
    `${world.sandboxUrl}/telephones/api/handsets/${encodeURIComponent(number)}/messages`,
  ).then((answer) => (Array.isArray(answer) ? answer : answer.messages));

/** From the booking to the last step, at the handset and in the mailbox of the patient. */
const remind = async (clinic: ClinicDrivers, words: Words): Promise<void> => {
  const { api } = await clinic.staff(words.manager);
  const made = await api.post<{ id: string; revision: number; faults: unknown[] }>('workflows', {
    name: 'Reminders',
    definition: reminderChain,
  });
  assert.deepEqual(made.faults, []);
  await api.post(`workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });

  const { practitioners: people } = await api.get<{ practitioners: { id: string; name: string }[] }>(
    'practitioners',
  );
  const { patients } = await api.get<{ patients: { id: string; name: string }[] }>(
    `patients?q=${encodeURIComponent(words.patient)}`,
  );
  const patient = patients.find(({ name }) => name === words.patient)!;
  const number = clinic.patients.find(
    (one) => `${one.givenName} ${one.familyName}` === words.patient,
  )!.phoneNumber;
  const startsAt = wednesday(world.clock.product.now(), words.zone, 5);
  await api.post('appointments', {
    patientId: patient.id,
    practitionerId: people[0]!.id,
    startsAt: startsAt.toInstant().toString(),
    reason: 'Check-up',
  });
  const instance = await eventually('the instance', async () => {
    const page = await api.get<{ instances: { id: string; position: { doing: string } | null }[] }>(
      `workflow-instances?workflowId=${made.id}`,
    );
    return page.instances[0]?.position?.doing === 'waiting' && page.instances[0];
  });
  const texts = async (): Promise<string[]> =>
    (await messagesTo(number)).filter(({ from }) => from === clinic.phoneNumber).map(({ body }) => body);

  await until(startsAt.subtract({ hours: 48 }).toInstant());
  await eventually('the first SMS', async () => (await texts()).some((body) => body.includes(words.first)));
  await until(startsAt.subtract({ days: 1 }).withPlainTime('10:00').toInstant());
  const mail = await eventually('the e-mail', async () =>
    (await clinic.mails(words.email)).find(({ subject }) => subject === words.mail),
  );
  assert.match(mail.text, /15:00|3:00/);
  await until(startsAt.withPlainTime('08:00').toInstant());
  await eventually('the last SMS', async () => (await texts()).some((body) => body.includes(words.morning)));
  assert.equal((await texts()).length, 2);

  const story = await eventually('the end', async () => {
    const told = await api.get<InstanceView>(`workflow-instances/${instance.id}`);
    return told.status === 'done' && told;
  });
  assert.deepEqual(
    story.executions.flatMap(({ step, message }) => (message ? [`${step} ${message.channel}`] : [])),
    ['first-sms sms', 'email email', 'morning-sms sms'],
  );
};

test('an English reminder chain, from the booking to the morning of the appointment', () =>
  remind(world.english, {
    manager: 'Daniel Brooks',
    patient: 'Laura Bennett',
    email: 'laura.bennett@mail.example',
    zone: 'America/Chicago',
    first: 'Reply YES to confirm',
    mail: 'Your appointment tomorrow',
    morning: 'See you today',
  }));

test('a German one', () =>
  remind(world.german, {
    manager: 'Stefan Krüger',
    patient: 'Sandra Neumann',
    email: 'sandra.neumann@post.example',
    zone: 'Europe/Berlin',
    first: 'Antworten Sie JA',
    mail: 'Ihr Termin morgen',
    morning: 'Bis heute um',
  }));
