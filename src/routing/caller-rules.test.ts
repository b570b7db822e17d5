import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { openCall } from '../calls/open-call.ts';
import { inClinic } from '../platform/database/database.ts';
import type { DraftView } from './rules/draft-view.ts';
import type { Preview } from './rules/preview-view.ts';
import type { CallerRule } from './rules/routing-document.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const manager = 'margaret.chen@lakeside.example';

type Answer<T> = { status: number; body: T };
const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
  const answer = await app.as(manager, method, `/api/v1/clinics/${english.id}/routing${path}`, body);
  return { status: answer.status, body: (await answer.json()) as Answer<T>['body'] };
};
const patientCalled = (clinicId: string, name: string) =>
  inClinic(app.database, clinicId, async (trx) => {
    const { id } = await trx
      .selectFrom('patients')
      .select('id')
      .where('clinic_id', '=', clinicId)
      .where('given_name', '=', name)
      .executeTakeFirstOrThrow();
    return id;
  });
const when = { vip: false, language: null, balanceOverCents: null, phases: [] };
const rule = (name: string, asked: Partial<CallerRule['when']>, route: CallerRule['route']): CallerRule => ({
  id: randomUUIDv7(),
  name,
  when: { ...when, ...asked },
  alsoClosed: true,
  route,
});
const save = async (callerRules: CallerRule[]) => {
  const { body: view } = await ask<DraftView>('GET', '/draft');
  const document = { ...view.document, settings: { ...view.document.settings, callerRules } };
  return ask<DraftView>('PUT', '/draft', { document, revision: view.revision });
};
const stepsFor = async (caller: string | null, draft: boolean): Promise<string[]> => {
  const query = new URLSearchParams({ draft: String(draft), ...(caller === null ? {} : { caller }) });
  const { body } = await ask<Preview>('GET', `/preview?${query}`);
  return body.steps.map(({ kind, detail }) => (kind === 'caller-rule' ? String(detail['rule']) : kind));
};

test('rules are drafted, tried out with a caller, published, and taken by a call of that number', async () => {
  const [evelyn, robert] = [
    await patientCalled(english.id, 'Evelyn'),
    await patientCalled(english.id, 'Robert'),
  ];
  const { body: saved } = await save([
    rule('VIPs', { vip: true }, { type: 'voicemail', departmentId: null }),
    rule('In treatment and owing', { phases: ['active'], balanceOverCents: 10_000 }, { type: 'menu' }),
  ]);
  assert.ok((await stepsFor(evelyn, true)).includes('VIPs'));
  assert.ok((await stepsFor(robert, true)).includes('In treatment and owing'));
  assert.ok(!(await stepsFor(null, true)).includes('VIPs'));
  assert.ok(!(await stepsFor(evelyn, false)).includes('VIPs'), 'calls follow what is published');
  const published = await ask('POST', '/draft/publish', { revision: saved.revision });
  assert.equal(published.status, 200, JSON.stringify(published.body));
  assert.ok((await stepsFor(evelyn, false)).includes('VIPs'));
  const opened = await inClinic(app.database, english.id, (trx) =>
    openCall(
      trx,
      randomUUIDv7(),
      { carrierSid: 'CA1', from: '+13125550122', to: english.phoneNumber, forwardedFrom: undefined },
      app.clock.now(),
    ),
  );
  const { vip, balanceCents, phases } = opened.call.state.caller!;
  assert.deepEqual([vip, balanceCents, phases], [false, 48_000, ['active']]);
});

test('a rule that asks nothing or leads nowhere is not published; another clinic’s patient is nobody', async () => {
  const { body: saved } = await save([rule('All', {}, { type: 'department', departmentId: null })]);
  const refused = await ask<{ code: string }>('POST', '/draft/publish', { revision: saved.revision });
  assert.deepEqual([refused.status, refused.body.code], [409, 'draft-faulty']);
  const stranger = await patientCalled(german.id, 'Sandra');
  assert.equal((await ask('GET', `/preview?caller=${stranger}`)).status, 400);
});
