import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import type { TimelinePage } from '../timeline/rules/timeline-view.ts';
import { askGate } from './ask-gate.ts';
import type { ConsentView } from './rules/consent-views.ts';
import type { DecisionView } from './rules/decision-view.ts';
import type { OptOutView } from './rules/opt-out-view.ts';
import type { PatientConsent } from './rules/patient-consent-view.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const olivia = 'olivia.martin@lakeside.example';
const grace = 'grace.lee@lakeside.example';
const base = `/api/v1/clinics/${english.id}`;

const people = await inClinic(app.database, english.id, (trx) =>
  trx
    .selectFrom('patients as p')
    .innerJoin('patient_phone_numbers as n', 'n.patient_id', 'p.id')
    .select(['p.id', 'n.phone_number as number', 'p.family_name as familyName'])
    .where('n.preferred', '=', true)
    .where('p.given_name', 'in', ['Laura', 'Thomas'])
    .execute(),
);
const laura = people.find(({ familyName }) => familyName === 'Bennett')!;

const get = async <T>(path: string, as = olivia): Promise<T> => {
  const answer = await app.as(as, 'GET', `${base}/${path}`);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as T;
};
const post = async <T>(path: string, body?: unknown, status = 201): Promise<T> => {
  const answer = await app.as(olivia, 'POST', `${base}/${path}`, body);
  assert.equal(answer.status, status, path);
  return (await answer.json()) as T;
};
const paper = { purposes: ['marketing'], method: 'paper-form', obtainedAt: '2026-03-03T10:00:00Z' };
const answerOf = (view: PatientConsent, channel: string, purpose: string) =>
  view.answers.find((answer) => answer.channel === channel && answer.purpose === purpose)!;

test('a consent is recorded, holds, is withdrawn, and stays as proof', async () => {
  const before = await get<PatientConsent>(`patients/${laura.id}/consent`);
  const { consentIds } = await post<{ consentIds: string[] }>(`patients/${laura.id}/consents`, {
    ...paper,
    channel: 'email',
    proof: 'Form 12',
  });
  const given = await get<PatientConsent>(`patients/${laura.id}/consent`);
  assert.equal(given.consents.length, before.consents.length + 1);
  const { items } = await get<{ items: ConsentView[] }>('consent/records?q=Bennett&purpose=marketing');
  assert.ok(items.some(({ id, proof, written }) => id === consentIds[0] && proof === 'Form 12' && written));

  await post(`consent/records/${consentIds[0]}/withdraw`, undefined, 200);
  const again = await app.as(olivia, 'POST', `${base}/consent/records/${consentIds[0]}/withdraw`);
  assert.equal(again.status, 404);
  const { items: withdrawn } = await get<{ items: ConsentView[] }>('consent/records?status=withdrawn');
  assert.deepEqual([withdrawn[0]?.id, withdrawn[0]?.withdrawnBy], [consentIds[0], 'Olivia Martin']);
});

test('nobody agrees in the future, for somebody of another clinic, or as a reader', async () => {
  const path = `patients/${laura.id}/consents`;
  const later = await app.as(olivia, 'POST', `${base}/${path}`, {
    ...paper,
    obtainedAt: '2026-12-24T10:00:00Z',
  });
  assert.equal(later.status, 400);
  const reader = await app.as(grace, 'POST', `${base}/${path}`, paper);
  assert.equal(reader.status, 403);
  const other = await app.as(olivia, 'POST', `/api/v1/clinics/${german.id}/${path}`, paper);
  assert.equal(other.status, 404);
});

test('the do-not-call list takes numbers in any writing, once, and is searched by any part', async () => {
  const no = { address: '(312) 555-0199', channel: 'call', note: 'Rang and asked us to stop.' };
  const first = await post<{ optOutId: string }>('consent/opt-outs', no);
  const second = await post<{ optOutId: string }>('consent/opt-outs', { ...no, address: '+1 312 555 0199' });
  assert.equal(first.optOutId, second.optOutId);
  for (const q of ['3125550199', '555-0199', '+13125550199']) {
    const list = await get<{ items: OptOutView[] }>(
      `consent/opt-outs?channel=call&q=${encodeURIComponent(q)}`,
    );
    assert.deepEqual(
      list.items.map(({ address }) => address),
      ['+13125550199'],
      q,
    );
  }
  const wrong = await app.as(olivia, 'POST', `${base}/consent/opt-outs`, { address: 'somebody' });
  assert.equal(wrong.status, 400);
});

test('what a person declines is left out from then on, and stands in their story until it is lifted', async () => {
  const { optOutId } = await post<{ optOutId: string }>(`patients/${laura.id}/opt-outs`, {
    channel: 'sms',
    purpose: 'appointment',
  });
  const declined = await get<PatientConsent>(`patients/${laura.id}/consent`);
  assert.equal(answerOf(declined, 'sms', 'appointment').reason, 'opted-out');
  assert.equal(answerOf(declined, 'email', 'appointment').reason, 'allowed');
  await post(`consent/opt-outs/${optOutId}/lift`, undefined, 200);
  const lifted = await get<PatientConsent>(`patients/${laura.id}/consent`);
  assert.equal(answerOf(lifted, 'sms', 'appointment').allowed, true);
  const { entries } = await get<TimelinePage>(`patients/${laura.id}/timeline?kinds=consent`);
  const deeds = entries.map((entry) => entry.kind === 'consent' && entry.deed);
  assert.ok(deeds.includes('opted-out') && deeds.includes('opted-in') && deeds.includes('withdrawn'));
});

test('why: the answer of the gate is told with its rules, numbers and sources', async () => {
  const unasked = await inClinic(app.database, english.id, (trx) =>
    trx
      .selectFrom('patients as p')
      .innerJoin('patient_phone_numbers as n', 'n.patient_id', 'p.id')
      .select('p.id')
      .where('n.preferred', '=', true)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('contact_consents as c').select('c.id').whereRef('c.patient_id', '=', 'p.id'))),
      )
      .executeTakeFirstOrThrow(),
  );
  const { decisionId } = await inClinic(app.database, english.id, (trx) =>
    askGate(
      trx,
      { key: 'why', patientId: unasked.id, channel: 'sms', purpose: 'marketing', moment: 'sending' },
      app.clock.now(),
    ),
  );
  const one = await get<DecisionView>(`consent/decisions/${decisionId}`);
  assert.equal(one.reason, 'no-consent');
  assert.ok(
    one.checks.some(({ rule, numbers }) => rule === 'us-hours' && numbers['hours'] === '08:00–21:00'),
  );
  assert.equal(one.workflow, null, 'none wanted it');
  const instanceId = randomUUIDv7();
  await inClinic(app.database, english.id, (trx) =>
    trx
      .insertInto('messages')
      .values({
        clinic_id: english.id,
        id: randomUUIDv7(),
        key: 'why',
        direction: 'outbound',
        channel: 'sms',
        purpose: 'marketing',
        patient_id: unasked.id,
        status: 'withheld',
        cause: JSON.stringify({
          kind: 'workflow',
          instanceId,
          workflowName: 'Missed',
          workflowVersion: 3,
          stepNumber: 4,
        }),
        due_at: app.clock.now(),
        created_at: app.clock.now(),
      })
      .execute(),
  );
  const wanted = await get<DecisionView>(`consent/decisions/${decisionId}`);
  assert.deepEqual(wanted.workflow, { instanceId, name: 'Missed', version: 3, step: 4 });
  const { items } = await get<{ items: DecisionView[] }>(
    `patients/${unasked.id}/contact-decisions?contact=why`,
  );
  assert.deepEqual(
    items.map(({ id }) => id),
    [decisionId],
  );
  const stranger = await app.as(
    german.staff.find(({ role }) => role === 'owner')!.email,
    'GET',
    `/api/v1/clinics/${german.id}/consent/decisions/${decisionId}`,
  );
  assert.equal(stranger.status, 404);
});

test('lists come page by page', async () => {
  for (let i = 0; i < 3; i += 1) await post(`patients/${laura.id}/consents`, paper);
  const first = await get<{ items: ConsentView[]; nextCursor: string }>('consent/records?limit=2');
  const next = await get<{ items: ConsentView[] }>(
    `consent/records?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`,
  );
  assert.equal(
    new Set([...first.items, ...next.items].map(({ id }) => id)).size,
    first.items.length + next.items.length,
  );
  const wrong = await app.as(olivia, 'GET', `${base}/consent/records?cursor=x`);
  assert.equal(wrong.status, 400);
});
