import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { noticeAbsences } from './notice-absences.ts';
import { departmentViewSchema, staffViewSchema } from './rules/staff-views.ts';

const app = await startDemoApp();
const [english, german] = app.clinics;
const base = `/api/v1/clinics/${english.id}`;
const olivia = 'olivia.martin@lakeside.example';
const james = 'james.wilson@lakeside.example';
const grace = 'grace.lee@lakeside.example';

const staff = async () => {
  const answer = await app.as(olivia, 'GET', `${base}/staff`);
  assert.equal(answer.status, 200);
  return z.object({ items: z.array(staffViewSchema) }).parse(await answer.json()).items;
};
const presenceOf = async (name: string) => {
  const found = (await staff()).find((member) => member.name === name);
  assert.ok(found);
  return found.presence;
};

test("lists this clinic's staff with departments, priorities and how they take calls", async () => {
  const items = await staff();
  assert.deepEqual(
    items.map((member) => member.name),
    ['Daniel Brooks', 'Emily Novak', 'James Wilson', 'Margaret Chen', 'Olivia Martin', 'Sofia Ramirez'],
  );
  const brief = items.map(({ name, departments, inPortal, onPhone }) => ({
    name,
    billing: departments.find((department) => department.name === 'Billing')?.priority ?? null,
    inPortal,
    onPhone,
  }));
  assert.deepEqual(
    brief.filter((member) => member.billing !== null),
    [
      { name: 'Daniel Brooks', billing: 3, inPortal: false, onPhone: true },
      { name: 'James Wilson', billing: 2, inPortal: true, onPhone: false },
      { name: 'Olivia Martin', billing: 1, inPortal: true, onPhone: false },
    ],
  );
});

test('lists departments by name', async () => {
  const answer = await app.as(grace, 'GET', `${base}/departments`);
  const { items } = z.object({ items: z.array(departmentViewSchema) }).parse(await answer.json());
  assert.deepEqual(
    items.map((department) => department.name),
    ['Appointments', 'Billing', 'Reception', 'Treatment'],
  );
});

test('the availability switch is kept', async () => {
  for (const available of [false, false, true]) {
    const answer = await app.as(olivia, 'PUT', `${base}/my/availability`, { available });
    assert.deepEqual(await answer.json(), { available });
    assert.equal((await presenceOf('Olivia Martin')).available, available);
  }
});

test('a portal counts as open for 45 s after it was heard of', async () => {
  assert.equal((await presenceOf('James Wilson')).online, false);
  const answer = await app.as(james, 'PUT', `${base}/my/presence`, { session: 'tab-1' });
  assert.equal(answer.status, 204);
  assert.equal((await presenceOf('James Wilson')).online, true);
  app.clock.advance({ seconds: 44 });
  assert.equal((await presenceOf('James Wilson')).online, true);
  app.clock.advance({ seconds: 1 });
  assert.equal((await presenceOf('James Wilson')).online, false);
});

test('closing one tab leaves somebody online whose other tab was heard of last', async () => {
  const mark = (session: string) => app.as(james, 'PUT', `${base}/my/presence`, { session });
  const end = (session: string) => app.as(james, 'POST', `${base}/my/presence/end`, { session });
  await mark('tab-1');
  await mark('tab-2');
  assert.equal((await end('tab-1')).status, 204);
  assert.equal((await presenceOf('James Wilson')).online, true);
  assert.equal((await end('tab-2')).status, 204);
  assert.equal((await presenceOf('James Wilson')).online, false);
});

test('absences are noticed in every clinic, and only once', async () => {
  await app.as(james, 'PUT', `${base}/my/presence`, { session: 'tab-1' });
  await app.as('elif.yildiz@praxis-am-park.example', 'PUT', `/api/v1/clinics/${german.id}/my/presence`, {
    session: 'tab-1',
  });
  const sessions = async () => {
    const both = await Promise.all(
      [english.id, german.id].map((id) =>
        inClinic(app.database, id, (trx) =>
          trx
            .selectFrom('staff_call_availability')
            .select('portal_session')
            .where('portal_session', 'is not', null)
            .execute(),
        ),
      ),
    );
    return both.flat().length;
  };
  await noticeAbsences(app.database, app.clock.now().add({ seconds: 44 }));
  assert.equal(await sessions(), 2);
  await noticeAbsences(app.database, app.clock.now().add({ seconds: 45 }));
  assert.equal(await sessions(), 0);
});

test('an account that answers no calls has no presence and no switch', async () => {
  const accountant = await app.as(grace, 'PUT', `${base}/my/availability`, { available: false });
  assert.equal(accountant.status, 403);
  await inClinic(app.database, english.id, (trx) =>
    trx.updateTable('clinic_members').set({ role: 'receptionist' }).where('role', '=', 'readonly').execute(),
  );
  const promoted = await app.as(grace, 'PUT', `${base}/my/presence`, { session: 'tab' });
  assert.equal(promoted.status, 409);
  assert.equal(((await promoted.json()) as { code: string }).code, 'no-answer-calls');
});

test('absurd input is refused clearly', async () => {
  for (const session of ['', 'x'.repeat(101), 7, null]) {
    const answer = await app.as(james, 'PUT', `${base}/my/presence`, { session });
    assert.equal(answer.status, 400);
  }
  const nul = await app.as(james, 'PUT', `${base}/my/presence`, { session: 'a\u0000b' });
  assert.equal(nul.status, 400);
});

test('whose call only rings so far is not said to be in a call', async () => {
  const [callId, { id: staffId }] = [
    randomUUIDv7(),
    (await staff()).find(({ name }) => name === 'James Wilson')!,
  ];
  const now = app.clock.now().toString();
  const phaseIs = (at: string) =>
    inClinic(app.database, english.id, async (trx) => {
      await sql`INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status,
          status_since, state, started_at, last_fact_at)
        VALUES (${english.id}, ${callId}, ${callId}, 'inbound', '+13125550188', '+13125550100', 'en', 'ringing',
          ${now}::timestamptz, ${JSON.stringify({ phase: { at } })}::jsonb, ${now}::timestamptz, ${now}::timestamptz)
        ON CONFLICT (clinic_id, id) DO UPDATE SET state = excluded.state`.execute(trx);
      await sql`INSERT INTO staff_call_availability (clinic_id, staff_id, busy_call_id) VALUES (${english.id}, ${staffId}, ${callId})
        ON CONFLICT (clinic_id, staff_id) DO UPDATE SET busy_call_id = excluded.busy_call_id`.execute(trx);
    });
  const table = { ringing: true, outbound: true, connected: false, held: false, moving: false };
  for (const [at, rings] of Object.entries(table)) {
    await phaseIs(at);
    const { busyWithCallId, ringing } = await presenceOf('James Wilson');
    assert.deepEqual([busyWithCallId, ringing], [callId, rings], at);
  }
});
