import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inClinic, type ClinicTransaction } from '../platform/database/database.ts';
import { testDatabase } from '../../test/fixtures/database.ts';
import { selectCalls, type CallFilter } from './call-log.store.ts';
import { insertCall } from './new-calls.store.ts';
import { newInboundCall, newOutboundCall } from './rules/call-state.ts';
import { readTypedSearch } from './rules/call-search.ts';

const { database } = await testDatabase();
const [clinicId, otherClinicId] = [randomUUIDv7(), randomUUIDv7()];
const [billing, olivia, laura] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const clinicNumber = '+493023125000';

type Given = { name?: string; number: string; at: string; outbound?: boolean; patientId?: string };
const enter = async (trx: ClinicTransaction, given: Given) => {
  const id = randomUUIDv7();
  const state = given.outbound
    ? newOutboundCall('de', olivia, 'portal', given.number)
    : { ...newInboundCall('de'), answeredBy: given.patientId === undefined ? null : olivia };
  const wish = {
    target: { kind: 'anyone' as const },
    menuLabel: null,
    tried: [],
    waitingSince: null,
    returnTo: null,
  };
  const wished =
    given.patientId === undefined ? state : { ...state, wish: { ...wish, departmentId: billing } };
  const numbers = given.outbound
    ? { fromNumber: clinicNumber, toNumber: given.number }
    : { fromNumber: given.number, toNumber: clinicNumber };
  const patientId = given.patientId ?? null;
  const call = {
    id,
    carrierSid: `CA${id}`,
    ...numbers,
    forwardedFrom: null,
    language: 'de' as const,
    leadId: null,
  };
  await insertCall(
    trx,
    { ...call, callerName: given.name ?? null, patientId },
    wished,
    Temporal.Instant.from(given.at),
  );
};

for (const id of [clinicId, otherClinicId]) {
  const clinic = {
    id,
    slug: id,
    name: 'Praxis',
    language: 'de',
    currency: 'EUR',
    time_zone: 'Europe/Berlin',
  };
  await database.insertInto('clinics').values(clinic).execute();
}
await inClinic(database, clinicId, async (trx) => {
  const person = { clinic_id: clinicId, id: laura, given_name: 'Laura', family_name: 'Foster' };
  await trx.insertInto('patients').values(person).execute();
  await enter(trx, {
    name: 'Jürgen Müller-Lüdenscheidt',
    number: '+493023125001',
    at: '2026-11-01T10:00:00Z',
  });
  await enter(trx, {
    name: 'Laura Foster',
    number: '+13125550121',
    at: '2026-11-02T10:00:00Z',
    patientId: laura,
  });
  await enter(trx, {
    name: 'Laura Foster',
    number: '+13125550121',
    at: '2026-11-03T22:59:59Z',
    outbound: true,
  });
  await enter(trx, { number: 'anonymous', at: '2026-11-03T23:00:00Z' });
  await enter(trx, { name: '100%_Ölmeier', number: '+4917012', at: '2026-11-05T10:00:00Z' });
  await sql`UPDATE call_logs SET status = 'ended', ended_at = started_at, outcome = 'missed'`.execute(trx);
  // Enough newer ones that those above are not among the newest.
  await sql`
    INSERT INTO call_logs (clinic_id, id, carrier_sid, direction, from_number, to_number, language, status, status_since,
      state, started_at, last_fact_at, caller_name)
    SELECT ${clinicId}, gen_random_uuid(), n::text, 'inbound', '+4915799', ${clinicNumber}, 'de', 'menu', at, '{}', at, at, 'Nadja Vielruf'
    FROM generate_series(1, 6000) AS n, (SELECT '2026-12-01T00:00:00Z'::timestamptz AS at)`.execute(trx);
});

const find = async (search: Partial<Omit<CallFilter, 'typed'>> & { q?: string }, of = clinicId) => {
  const { q = '', ...rest } = search;
  const filter = { limit: 50, before: null, ...rest, typed: readTypedSearch(q) };
  const rows = await inClinic(database, of, (trx) => selectCalls(trx, filter));
  return rows.map((row) => row.caller_name ?? row.from_number);
};
const jürgen = 'Jürgen Müller-Lüdenscheidt';

test('a part of a name finds the call, however old it is and however its sounds are written', async () => {
  for (const q of ['Müller', 'mueller', 'MULLER', 'Jürgen Lüd', 'lüdenscheidt jürg', 'denscheid', 'lü'])
    assert.deepEqual(await find({ q }), [jürgen], q);
  assert.deepEqual(await find({ q: 'oster' }), ['Laura Foster', 'Laura Foster']);
  assert.deepEqual(await find({ q: 'Laura Müller' }), []);
});

test('digits of the other side’s number find it in any way of writing, the clinic’s own number does not', async () => {
  for (const q of ['030 23125001', '+49 30 2312 5001', '5001', '2312-5001'])
    assert.deepEqual(await find({ q }), [jürgen], q);
  assert.deepEqual(await find({ q: '555 0121' }), ['Laura Foster', 'Laura Foster']);
  assert.deepEqual(await find({ q: '125000' }), []);
});

test('a call under way is found before it has ended, in its place among older ones', async () => {
  const running = { name: 'Laura Foster-Ruhland', number: '+13125550122', at: '2026-12-24T10:00:00Z' };
  await inClinic(database, clinicId, (trx) => enter(trx, running));
  assert.deepEqual(await find({ q: 'Ruhland' }), [running.name]);
  assert.deepEqual(await find({ q: 'Foster' }), [running.name, 'Laura Foster', 'Laura Foster']);
  assert.deepEqual(await find({ q: 'Foster', limit: 2 }), [running.name, 'Laura Foster']);
  await inClinic(database, clinicId, (trx) =>
    sql`DELETE FROM call_logs WHERE caller_name = ${running.name}`.execute(trx),
  );
});

test('signs that SQL gives a meaning are only signs', async () => {
  assert.deepEqual(await find({ q: '100%_Öl' }), ['100%_Ölmeier']);
  for (const q of ['%', '_', '\\', '%%%', "'; --"]) assert.deepEqual(await find({ q: `${q} Zzz` }), [], q);
});

test('the filters narrow it, alone and with a text; days are those of the clinic', async () => {
  assert.deepEqual(await find({ from: '2026-11-03', to: '2026-11-03' }), ['Laura Foster']);
  assert.deepEqual(await find({ from: '2026-11-04', to: '2026-11-04' }), ['anonymous']);
  assert.deepEqual(await find({ personId: laura }), ['Laura Foster']);
  assert.deepEqual(await find({ staffId: olivia }), ['Laura Foster']);
  assert.deepEqual(await find({ departmentId: billing, q: 'Foster' }), ['Laura Foster']);
  assert.deepEqual(await find({ direction: 'outbound' }), ['Laura Foster']);
  assert.deepEqual(await find({ q: 'Foster', to: '2026-11-02' }), ['Laura Foster']);
});

test('pages follow each other without a gap, also when a search leaves the newest', async () => {
  assert.equal((await find({ q: 'Vielruf', limit: 51 })).length, 51);
  const before = { startedAt: '2026-11-03T00:00:00Z', id: randomUUIDv7() };
  assert.deepEqual(await find({ q: 'Foster', before }), ['Laura Foster']);
});

test('another clinic finds nothing', async () => {
  for (const q of ['Müller', '5001', '']) assert.deepEqual(await find({ q }, otherClinicId), []);
});
