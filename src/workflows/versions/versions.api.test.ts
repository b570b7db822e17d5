import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../rules/definition.ts';
import type { VersionPage, VersionView } from '../rules/version-views.ts';
import type { WorkflowView } from '../rules/workflow-views.ts';
import { reminderChain } from '../rules/subject-on-trial.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';
import { recordEvent } from '../../events/record-event.ts';
import { workThrough } from '../engine/work-through.ts';

const { app, clinic, german, deps, inside } = await startWorkflowsOnTrial();
const manager = 'daniel.brooks@lakeside.example';
const receptionist = clinic.staff.find(({ role }) => role === 'receptionist')!.email;
const stranger = 'stefan.krueger@praxis-am-park.example';

const say = (text: string): Definition => ({
  ...reminderChain,
  trigger: { events: ['PATIENT_CREATED'] },
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } }, ifPast: 'skip' },
    { id: 'sms', do: 'SEND_SMS', content: { text: { en: text } } },
  ],
});
const patientId = (
  await inside((trx) =>
    trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
).id;
/** Somebody comes in. */
const comeIn = async (): Promise<void> => {
  const payload = { enteredBy: 'staff' } as const;
  await inside((trx) =>
    recordEvent(trx, { kind: 'PATIENT_CREATED', occurredAt: app.clock.now(), patientId, payload }),
  );
  await workThrough(deps);
};

const under = (rest: string, of = clinic.id): string => `/api/v1/clinics/${of}/${rest}`;
const ask = async <T>(method: string, rest: string, body?: unknown): Promise<T> => {
  const answer = await app.as(manager, method, under(rest), body);
  assert.ok(answer.ok, `${method} ${rest}: ${answer.status}`);
  return (await answer.json()) as T;
};
const statusOf = async (method: string, rest: string, body?: unknown, email = manager): Promise<number> => {
  const of = email === stranger ? german.id : clinic.id;
  return (await app.as(email, method, under(rest, of), body)).status;
};
const publish = async (view: WorkflowView, definition?: Definition): Promise<WorkflowView> => {
  const { revision } =
    definition === undefined
      ? view
      : await ask<WorkflowView>('PATCH', `workflows/${view.id}`, {
          revision: view.revision,
          draft: definition,
        });
  return ask('POST', `workflows/${view.id}/publish`, { revision, underWay: 'keep' });
};
const make = async (text: string): Promise<WorkflowView> =>
  publish(await ask<WorkflowView>('POST', 'workflows', { name: crypto.randomUUID(), definition: say(text) }));
const textIn = (definition: Definition | null | undefined): string | undefined => {
  const [, sms] = definition?.steps ?? [];
  return sms?.do === 'SEND_SMS' && 'text' in sms.content ? sms.content.text.en : undefined;
};
const versionsOf = async ({ id }: WorkflowView): Promise<[number, boolean, number, number][]> =>
  (await ask<VersionPage>('GET', `workflows/${id}/versions`)).versions.map((one) => [
    one.version,
    one.isCurrent,
    one.underWay,
    one.instances,
  ]);

test('each version says who goes by it, and can be brought back as the draft', async () => {
  const first = await make('one');
  await comeIn();
  const second = await publish(first, say('two'));
  assert.deepEqual(await versionsOf(second), [
    [2, true, 0, 0],
    [1, false, 1, 1],
  ]);
  const page = await ask<VersionPage>('GET', `workflows/${second.id}/versions?limit=1`);
  const rest = await ask<VersionPage>(
    'GET',
    `workflows/${second.id}/versions?limit=1&cursor=${page.nextCursor}`,
  );
  assert.deepEqual([page.versions[0]!.version, rest.versions[0]!.version, rest.nextCursor], [2, 1, null]);
  assert.equal(page.versions[0]!.publishedBy?.name, 'Daniel Brooks');
  const one = await ask<VersionView>('GET', `workflows/${second.id}/versions/1`);
  assert.equal(textIn(one.definition), 'one');

  const { revision } = second;
  const restored = await ask<WorkflowView>('POST', `workflows/${second.id}/versions/1/restore`, { revision });
  assert.deepEqual(
    [textIn(restored.draft), textIn(restored.definition), restored.version],
    ['one', 'two', 2],
  );
  const third = await publish(restored);
  assert.deepEqual([third.version, textIn(third.definition)], [3, 'one']);
});

test('a publication that nobody has gone by is taken back, and its number is not given again', async () => {
  const first = await make('one');
  await comeIn();
  const second = await publish(first, say('two'));
  const path = `workflows/${first.id}/undo-publication`;
  const undone = await ask<WorkflowView>('POST', path, { revision: second.revision });
  assert.deepEqual([undone.version, undone.status, textIn(undone.draft)], [1, 'active', 'two']);
  assert.deepEqual(await versionsOf(undone), [[1, true, 1, 1]]);
  assert.equal(await statusOf('POST', path, { revision: undone.revision }), 409, 'there is a draft');

  const again = await publish(undone);
  assert.equal(again.version, 3);
  const back = await ask<WorkflowView>('POST', path, { revision: again.revision });
  assert.equal(back.version, 1, 'not to what was taken back itself');
  const last = await publish(back);
  await comeIn();
  assert.equal(await statusOf('POST', path, { revision: last.revision }), 409, 'somebody goes by it');
});

test('the first publication taken back is a draft again, and nobody comes in', async () => {
  const first = await make('one');
  const undone = await ask<WorkflowView>('POST', `workflows/${first.id}/undo-publication`, {
    revision: first.revision,
  });
  assert.deepEqual([undone.status, undone.version, undone.hasDraft], ['draft', null, true]);
  await comeIn();
  const { instances } = await ask<{ instances: unknown[] }>(
    'GET',
    `workflow-instances?workflowId=${first.id}`,
  );
  assert.equal(instances.length, 0);
});

test('who may not, who is late, and what another clinic has', async () => {
  const first = await make('one');
  const { revision } = first;
  const restore = `workflows/${first.id}/versions/1/restore`;
  const undo = `workflows/${first.id}/undo-publication`;
  assert.equal(await statusOf('POST', restore, { revision }, receptionist), 403);
  assert.equal(await statusOf('POST', undo, { revision }, receptionist), 403);
  assert.equal(await statusOf('POST', restore, { revision: revision - 1 }), 409);
  assert.equal(await statusOf('POST', undo, { revision: revision - 1 }), 409);
  assert.equal(await statusOf('POST', `workflows/${first.id}/versions/9/restore`, { revision }), 404);
  assert.equal(await statusOf('POST', restore, { revision }, stranger), 404);
  assert.equal(await statusOf('POST', undo, { revision }, stranger), 404);
  assert.equal(await statusOf('GET', `workflows/${first.id}/versions/1`, undefined, stranger), 404);
  assert.equal(await statusOf('GET', `workflows/${first.id}/versions?cursor=x`), 400);
});
