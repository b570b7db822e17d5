import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { createLog } from '../platform/log.ts';
import { reminderChain as definition } from './rules/subject-on-trial.ts';
import type { InstanceItem, InstanceView, WorkflowView } from './rules/workflow-views.ts';
import { workThrough } from './engine/work-through.ts';

const app = await startDemoApp();
const [clinic, german] = app.clinics;
const manager = 'daniel.brooks@lakeside.example';
const stranger = 'stefan.krueger@praxis-am-park.example';
const receptionist = clinic.staff.find(({ role }) => role === 'receptionist')!.email;
const under = (rest: string, of = clinic.id): string => `/api/v1/clinics/${of}/${rest}`;
const ask = async <T>(method: string, rest: string, body?: unknown, email = manager): Promise<T> => {
  const answer = await app.as(email, method, under(rest), body);
  assert.ok(answer.ok, `${method} ${rest}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
  return (await answer.json()) as T;
};
const refused = async (status: number, method: string, rest: string, body?: unknown, email = manager) => {
  const of = email === stranger ? german.id : clinic.id;
  const answer = await app.as(email, method, under(rest, of), body);
  assert.equal(answer.status, status, `${method} ${rest}`);
};
const make = (more: object = { definition }): Promise<WorkflowView> =>
  ask('POST', 'workflows', { name: randomUUIDv7(), ...more });

test('a template becomes a draft, and a draft a workflow', async () => {
  const made = await make({ templateKey: 'missed-call' });
  assert.deepEqual([made.status, made.version, made.faults], ['draft', null, []]);
  const live = await ask<WorkflowView>('POST', `workflows/${made.id}/publish`, {
    revision: made.revision,
    underWay: 'keep',
  });
  assert.deepEqual([live.status, live.version, live.draft], ['active', 1, null]);
});

test('what is wrong with a draft is said, and it is not published', async () => {
  const text = { text: { en: 'Hello {{ patient.shoe_size }}' } };
  const made = await make({
    definition: {
      ...definition,
      steps: [
        { id: 'sms', do: 'SEND_SMS', content: text },
        { id: 'from', do: 'SEND', channel: 'sms', content: { templateId: randomUUIDv7() } },
        { id: 'tell', do: 'NOTIFY_TEAM_MEMBER', text: 'Look', staffId: randomUUIDv7() },
        {
          id: 'call',
          do: 'MAKE_PHONE_CALL',
          script: { en: 'Hello' },
          keys: { '3': 'speak-to-someone' },
          machineMessage: { en: '{{ patient.first_name }}, please call {{ clinic.name }}.' },
          departmentId: randomUUIDv7(),
        },
      ],
    },
  });
  assert.deepEqual(
    made.faults.map(({ step, code, detail }) => [step, code, detail]),
    [
      ['sms', 'text-faulty', 'patient.shoe_size'],
      ['call', 'tells-too-much', 'patient.first_name'],
      ['from', 'no-such-template', undefined],
      ['tell', 'no-such-staff', undefined],
      ['call', 'no-such-department', undefined],
    ],
  );
  await refused(409, 'POST', `workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });
});

test('a draft is kept as far as somebody has come, and published when it is whole', async () => {
  const empty = {
    trigger: { events: [] },
    purpose: 'care',
    reentry: { rule: 'always' },
    exits: [],
    steps: [],
  };
  const made = await make({ definition: empty });
  assert.deepEqual(
    made.faults.map(({ code }) => code),
    ['no-trigger', 'no-steps'],
  );
  const draft = {
    ...empty,
    trigger: { events: ['PATIENT_CREATED'] },
    steps: [{ id: 'hello', do: 'SEND_SMS', content: { text: {} } }],
  };
  const written = await ask<WorkflowView>('PATCH', `workflows/${made.id}`, {
    revision: made.revision,
    draft,
  });
  assert.deepEqual(
    written.faults.map(({ step, code }) => [step, code]),
    [['hello', 'no-text']],
  );
  const publication = { revision: written.revision, underWay: 'keep' };
  await refused(409, 'POST', `workflows/${made.id}/publish`, publication);
});

test('two managers at once: the second is told', async () => {
  const made = await make();
  const name = randomUUIDv7();
  await ask('PATCH', `workflows/${made.id}`, { revision: made.revision, name });
  await refused(409, 'PATCH', `workflows/${made.id}`, { revision: made.revision, draft: definition });
  await refused(409, 'POST', `workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });
  await refused(409, 'POST', 'workflows', { name: name.toUpperCase(), definition });
});

test('who may not, and what another clinic has', async () => {
  const made = await make();
  const publication = { revision: made.revision, underWay: 'keep' };
  await refused(403, 'POST', `workflows/${made.id}/publish`, publication, receptionist);
  await refused(403, 'POST', 'workflows', { name: 'x', definition }, receptionist);
  await refused(404, 'GET', `workflows/${made.id}`, undefined, stranger);
  await refused(404, 'POST', `workflows/${made.id}/publish`, publication, stranger);
  await refused(404, 'DELETE', `workflows/${made.id}`, undefined, stranger);
  await refused(409, 'POST', `workflows/${made.id}/pause`);
  await refused(400, 'GET', 'workflow-instances?cursor=nonsense');
  await refused(400, 'POST', 'workflows', { name: 'x', templateKey: 'gone' });
  await refused(404, 'GET', `workflow-instances/${randomUUIDv7()}`);
});

test('those who went in stand in pages, each with its story', async () => {
  const made = await make();
  await ask('POST', `workflows/${made.id}/publish`, { revision: made.revision, underWay: 'keep' });
  const { patients } = await ask<{ patients: { id: string }[] }>('GET', 'patients?limit=3');
  const { practitioners } = await ask<{ practitioners: { id: string }[] }>('GET', 'practitioners');
  for (const [index, { id: patientId }] of patients.entries())
    await ask('POST', 'appointments', {
      patientId,
      practitionerId: practitioners[0]!.id,
      startsAt: app.clock
        .now()
        .add({ hours: 24 * (4 + index) })
        .toString(),
      reason: 'Check-up',
    });
  await workThrough({ database: app.database, clock: app.clock, log: createLog('silent') });

  type Page = { instances: InstanceItem[]; nextCursor: string | null };
  const search = `workflow-instances?workflowId=${made.id}&limit=2`;
  const first = await ask<Page>('GET', search);
  const second = await ask<Page>('GET', `${search}&cursor=${first.nextCursor}`);
  assert.deepEqual([first.instances.length, second.instances.length, second.nextCursor], [2, 1, null]);
  const all = [...first.instances, ...second.instances];
  assert.deepEqual(new Set(all.map(({ patient }) => patient!.id)), new Set(patients.map(({ id }) => id)));

  const story = await ask<InstanceView>('GET', `workflow-instances/${all[0]!.id}`);
  assert.equal(story.cause?.kind, 'APPOINTMENT_SCHEDULED');
  assert.deepEqual(
    story.executions.map(({ step, outcome }) => [step, outcome]),
    [['two-days-before', 'waiting']],
  );
  const plans = await ask<Page>('GET', `workflow-instances?patientId=${patients[0]!.id}&underWay=true`);
  assert.ok(plans.instances.some(({ workflow }) => workflow.id === made.id));

  const gone = await app.as(manager, 'DELETE', under(`workflows/${made.id}`));
  assert.equal(gone.status, 204);
  const ended = await ask<Page>('GET', `workflow-instances?workflowId=${made.id}`);
  assert.deepEqual([...new Set(ended.instances.map(({ exitReason }) => exitReason))], ['ended-by-hand']);
});
