import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../../test/fixtures/demo-app.ts';
import { gallery } from '../rules/gallery/gallery.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import type { TemplateFile } from '../rules/template-file.ts';
import type { Forecast, TemplateItem } from '../rules/template-views.ts';
import type { WorkflowView } from '../rules/workflow-views.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const stranger = 'stefan.krueger@praxis-am-park.example';
const receptionist = clinic.staff.find(({ role }) => role === 'receptionist')!.email;

const asked = (method: string, rest: string, body?: unknown, email = manager) =>
  app.as(email, method, `/api/v1/clinics/${email === stranger ? german.id : clinic.id}/${rest}`, body);
const ask = async <T>(method: string, rest: string, body?: unknown, email = manager): Promise<T> => {
  const answer = await asked(method, rest, body, email);
  assert.ok(answer.ok, `${method} ${rest}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};
const refused = async (status: number, method: string, rest: string, body?: unknown, email = manager) => {
  const answer = await asked(method, rest, body, email);
  assert.equal(answer.status, status, `${method} ${rest}`);
  return (await answer.json()) as { code: string; detail?: string };
};
const list = async (email = manager): Promise<TemplateItem[]> =>
  (await ask<{ templates: TemplateItem[] }>('GET', 'workflow-templates', undefined, email)).templates;
const fileCalled = (name: string, more: object = {}): object => ({
  frontdesk: 'workflow',
  version: 1,
  name,
  says: 'Reminds twice.',
  forWhom: 'Everybody.',
  categories: ['appointments'],
  definition: reminderChain,
  ...more,
});

test('every entry of the gallery becomes a draft in the language of the staff', async () => {
  for (const email of [manager, stranger])
    for (const item of (await list(email)).filter(({ own }) => !own)) {
      const body = { name: randomUUIDv7(), templateKey: item.key };
      const made = await ask<WorkflowView>('POST', 'workflows', body, email);
      const entry = gallery.find(({ key }) => key === item.key)!;
      assert.deepEqual(made.draft, entry.definition[email === stranger ? 'de' : 'en']);
      assert.deepEqual(made.faults, item.faults);
    }
});

test('says which consent is needed where the clinic is', async () => {
  const needsOf = async (key: string, email: string) =>
    (await list(email)).find((item) => item.key === key)!.needs.map(({ channel, level }) => [channel, level]);
  assert.deepEqual(await needsOf('birthday', manager), [['sms', 'written']]);
  assert.deepEqual(await needsOf('birthday', stranger), [['sms', 'express']]);
  assert.deepEqual(await needsOf('appointment-reminders', manager), [
    ['email', null],
    ['sms', null],
  ]);
});

test('a week is foreseen with what is in the book', async () => {
  const foresee = (key: string): Promise<Forecast> => ask('GET', `workflow-templates/${key}/forecast`);
  const before = await foresee('appointment-reminders');
  const { patients } = await ask<{ patients: { id: string }[] }>('GET', 'patients?limit=1');
  const { practitioners } = await ask<{ practitioners: { id: string }[] }>('GET', 'practitioners');
  const startsAt = app.clock.now().add({ hours: 24 * 5 });
  const { appointment } = await ask<{ appointment: { id: string; revision: number } }>(
    'POST',
    'appointments',
    {
      patientId: patients[0]!.id,
      practitionerId: practitioners[0]!.id,
      startsAt: startsAt.toString(),
      reason: 'Check-up',
    },
  );
  const after = await foresee('appointment-reminders');
  // The confirmation now, the reminder 48 hours before and the one on the morning.
  assert.equal(after.nextWeek.sms + after.lastWeek!.sms, before.nextWeek.sms + before.lastWeek!.sms + 3);
  assert.equal(
    after.nextWeek.email + after.lastWeek!.email,
    before.nextWeek.email + before.lastWeek!.email + 1,
  );
  assert.equal(after.nextWeek.occasions, before.nextWeek.occasions + 1);
  const { id, revision } = appointment;
  await ask('PUT', `appointments/${id}/status`, { revision, status: 'cancelled', cancelledBy: 'patient' });
  assert.deepEqual(await foresee('appointment-reminders'), before);
  assert.equal((await foresee('recall')).lastWeek, null);
  for (const { key } of gallery) await foresee(key);
});

test('a workflow goes to another clinic as a file, with the texts of its templates and without its people', async () => {
  const template = await ask<{ id: string }>('POST', 'templates', {
    name: 'Soon',
    channel: 'sms',
    purpose: 'appointment',
    about: 'appointment',
    texts: { en: { subject: null, body: 'See you soon. {{ clinic.name }}' } },
  });
  const staff = await ask<{ items: { id: string }[] }>('GET', 'staff');
  const steps = [
    { id: 'sms', do: 'SEND_SMS', content: { templateId: template.id } },
    { id: 'tell', do: 'NOTIFY_TEAM_MEMBER', text: 'Look.', staffId: staff.items[0]!.id },
  ];
  const made = await ask<WorkflowView>('POST', 'workflows', {
    name: 'Ours',
    definition: { ...reminderChain, steps },
  });
  const file = await ask<TemplateFile>('GET', `workflows/${made.id}/file`);
  assert.equal(file.name, 'Ours');
  assert.deepEqual(file.definition.steps, [
    { id: 'sms', do: 'SEND_SMS', content: { text: { en: 'See you soon. {{ clinic.name }}' } } },
    { id: 'tell', do: 'NOTIFY_TEAM_MEMBER', text: 'Look.' },
  ]);
  const read = await ask<TemplateItem>('POST', 'workflow-templates', file, stranger);
  assert.deepEqual([read.own, read.faults, read.name.de], [true, [], 'Ours']);
  const again = await ask<TemplateFile>('GET', `workflow-templates/${read.key}/file`, undefined, stranger);
  assert.deepEqual(again, file);
  await refused(404, 'GET', `workflow-templates/${read.key}/file`);
  await refused(404, 'GET', `workflows/${made.id}/file`, undefined, stranger);
});

test('a workflow is kept in the gallery, used from there, and taken out', async () => {
  const made = await ask<WorkflowView>('POST', 'workflows', { name: 'Twice', definition: reminderChain });
  const about = { name: 'Twice', says: 'Reminds twice.', forWhom: '', categories: ['appointments'] };
  const kept = await ask<TemplateItem>('POST', `workflows/${made.id}/template`, about);
  assert.ok((await list()).some(({ key, own }) => own && key === kept.key));
  assert.equal((await refused(409, 'POST', `workflows/${made.id}/template`, about)).code, 'name-taken');
  const used = await ask<WorkflowView>('POST', 'workflows', { name: 'Thrice', templateKey: kept.key });
  assert.deepEqual(used.draft, reminderChain);
  await refused(404, 'DELETE', `workflow-templates/${kept.key}`, undefined, stranger);
  await refused(403, 'DELETE', `workflow-templates/${kept.key}`, undefined, receptionist);
  await ask('DELETE', `workflow-templates/${kept.key}`);
  await refused(404, 'DELETE', `workflow-templates/${kept.key}`);
  await refused(400, 'POST', 'workflows', { name: 'Fourth', templateKey: kept.key });
});

test('what is wrong with a file is said, with its place', async () => {
  const shape = await refused(
    400,
    'POST',
    'workflow-templates',
    fileCalled('x', {
      definition: { ...reminderChain, steps: [{ id: 'a', do: 'WAIT', for: { until: 'never' } }] },
    }),
  );
  assert.equal(shape.code, 'invalid');
  assert.match(shape.detail!, /definition\/steps\/0/);
  await refused(400, 'POST', 'workflow-templates', fileCalled('x', { version: 2 }));
  await refused(400, 'POST', 'workflow-templates', []);
  await refused(403, 'POST', 'workflow-templates', fileCalled('x'), receptionist);
  const steps = [{ id: 'sms', do: 'SEND_SMS', content: { text: { en: '{{ patient.shoe_size }}' } } }];
  const unfit = fileCalled('Unfit', { definition: { ...reminderChain, steps } });
  const read = await ask<TemplateItem>('POST', 'workflow-templates', unfit);
  assert.deepEqual(
    read.faults.map(({ step, code, detail }) => [step, code, detail]),
    [['sms', 'text-faulty', 'patient.shoe_size']],
  );
});

test('two managers read the same file at once: one has it, the other is told', async () => {
  const file = fileCalled('At once');
  const answers = await Promise.all([1, 2, 3].map(() => asked('POST', 'workflow-templates', file)));
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409, 409],
  );
});
