import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startDemoApp } from '../../test/fixtures/demo-app.ts';
import { inClinic } from '../platform/database/database.ts';
import { loadRouting } from '../routing/load-routing.ts';
import type { Fault } from '../routing/rules/fault.ts';
import { removeWhatExpired } from './keep-clinic.ts';
import type { ClinicSettingsView } from './rules/clinic-settings-view.ts';

const app = await startDemoApp();
const [{ id: clinicId }] = app.clinics;
const path = `/api/v1/clinics/${clinicId}/settings`;
const manager = 'daniel.brooks@lakeside.example';
const wanted = {
  name: 'Lakeside Dental Care',
  timeZone: 'America/New_York',
  country: 'US',
  language: 'en',
  languages: ['en'],
  callLogDays: 30,
  webhookReceiptDays: 7,
  contactDecisionDays: 90,
};
const calls = [
  '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e1',
  '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e2',
  '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3',
];
const read = async (): Promise<ClinicSettingsView> =>
  (await (await app.as(manager, 'GET', path)).json()) as ClinicSettingsView;

// The clock stands at 2026-11-20: two old calls, one with a voicemail that is still kept, and a new one.
await inClinic(app.database, clinicId, async (trx) => {
  for (const [index, day] of ['2026-09-01', '2026-09-02', '2026-11-19'].entries())
    await sql`INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since, state, started_at, ended_at, last_fact_at)
      VALUES (${clinicId}, ${calls[index]}, ${`CA${index}`}, 'inbound', 'anonymous', '+13125550100', 'en', 'ended', ${day}, '{}', ${day}, ${day}, ${day})`.execute(
      trx,
    );
  await sql`INSERT INTO voicemail_messages (clinic_id, id, call_id, recording_sid, language, received_at, duration_seconds)
    VALUES (${clinicId}, ${calls[0]}, ${calls[1]}, 'RE1', 'en', '2026-09-02', 5)`.execute(trx);
  await sql`INSERT INTO webhook_receipts (clinic_id, key, call_id, at, endpoint, params, response)
    VALUES (${clinicId}, 'old', ${calls[2]}, '2026-11-01', 'incoming', '{}', ''), (${clinicId}, 'new', ${calls[2]}, '2026-11-19', 'incoming', '{}', '')`.execute(
    trx,
  );
});

test('a manager changes the settings, and sees what the night would remove', async () => {
  assert.deepEqual((await read()).expiring, { calls: 0, receipts: 0, voicemails: 0, decisions: 0 });
  const answer = await app.as(manager, 'PUT', path, wanted);
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), {
    ...wanted,
    expiring: { calls: 1, receipts: 1, voicemails: 0, decisions: 0 },
  });
  assert.equal((await app.as('olivia.martin@lakeside.example', 'PUT', path, wanted)).status, 403);
  for (const wrong of [
    { timeZone: 'Mars/Base' },
    { callLogDays: 1 },
    { country: 'usa' },
    { name: ' ' },
    { languages: [] },
    { languages: ['de'] },
    { languages: ['fr'] },
  ])
    assert.equal((await app.as(manager, 'PUT', path, { ...wanted, ...wrong })).status, 400);
});

test('the night removes old orders of calls that are over and told', async () => {
  const ids = ['over', 'untold', 'waiting', 'young'].map(() => randomUUIDv7());
  const [over, untold, waiting, young] = ids;
  await inClinic(app.database, clinicId, async (trx) => {
    await sql`INSERT INTO ordered_calls (clinic_id, id, key, instance_id, purpose, says, status, due_at, expires_at, created_at)
      SELECT ${clinicId}, o.id, o.id::text, o.id, 'care', '{}', o.status, o.at, o.at, o.at
      FROM (VALUES (${over}::uuid, 'over', '2026-01-02'::timestamptz), (${untold}::uuid, 'over', '2026-01-02'::timestamptz),
        (${waiting}::uuid, 'waiting', '2026-01-02'::timestamptz), (${young}::uuid, 'over', '2026-11-19'::timestamptz)) AS o(id, status, at)`.execute(
      trx,
    );
    await sql`INSERT INTO untold_call_outcomes (clinic_id, order_id) VALUES (${clinicId}, ${untold})`.execute(
      trx,
    );
  });
  await removeWhatExpired(app);
  const left = await inClinic(app.database, clinicId, (trx) =>
    trx.selectFrom('ordered_calls').select('id').where('id', 'in', ids).execute(),
  );
  assert.deepEqual(new Set(left.map(({ id }) => id)), new Set([untold, waiting, young]));
});

test('the night removes old calls, but none whose voicemail is kept', async () => {
  await removeWhatExpired(app);
  const { rows } = await inClinic(app.database, clinicId, (trx) =>
    sql<{ id: string }>`SELECT id FROM call_logs ORDER BY started_at`.execute(trx),
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    calls.slice(1),
  );
  assert.deepEqual((await read()).expiring, { calls: 0, receipts: 0, voicemails: 0, decisions: 0 });
});

test('callers hear only languages that the clinic speaks, and a draft in another one is not published', async () => {
  const answer = await app.as(manager, 'PUT', path, { ...wanted, languages: ['de', 'en', 'de'] });
  assert.deepEqual(((await answer.json()) as ClinicSettingsView).languages, ['en', 'de']);
  await app.as(manager, 'PUT', path, { ...wanted, language: 'de', languages: ['de'] });
  const routing = await inClinic(app.database, clinicId, (trx) =>
    loadRouting(trx, '+13125550100', app.clock.now()),
  );
  assert.equal(routing?.settings.language, 'de');
  const problems = await app.as(manager, 'GET', `/api/v1/clinics/${clinicId}/routing/draft/problems`);
  const { problems: faults } = (await problems.json()) as { problems: Fault[] };
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['language-not-spoken'],
  );
});
