import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/fixtures/database.ts';

const { database } = await testDatabase('demo');

/** What has a clinic and is read before anybody knows which, with the reason. A new table is either isolated or here. */
const acrossClinics: Record<string, string> = {
  carrier_calls: 'which clinic a carrier’s call belongs to',
  clinic_members: 'which clinics somebody may enter',
  clinic_phone_numbers: 'which clinic was called',
  clinic_wakes: 'which clinics have something to look at; no people',
  daily_starts: 'which clinics have something to begin; no people',
  message_links: 'which clinic a link belongs to; its code is all there is',
  message_outbox: 'what waits to leave; ids only',
  ordered_call_outbox: 'what waits to be dialled; ids only',
  troubled_events: 'what could not be dispatched; ids only',
  undispatched_events: 'what is to be dispatched; ids only',
  untaken_message_facts: 'what is to be told; ids only',
  untold_call_outcomes: 'what is to be told; ids only',
};

type Table = { name: string; hasClinic: boolean; isolated: boolean; policies: string[] };
const { rows: tables } = await sql<Table>`
  SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS isolated,
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'clinic_id' AND NOT a.attisdropped) AS "hasClinic",
    ARRAY(SELECT concat_ws(' | ', p.polcmd, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))
      FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname`.execute(
  database,
);

test('every table of a clinic is isolated, for reading and for writing, or says why not', () => {
  const open = tables.filter(({ hasClinic, isolated }) => hasClinic && !isolated).map(({ name }) => name);
  assert.deepEqual(open, Object.keys(acrossClinics));
  const own = '(clinic_id = ( SELECT current_clinic() AS current_clinic))';
  for (const { name, isolated, policies } of tables)
    if (isolated) assert.deepEqual(policies, [`* | ${own} | ${own}`], name);
});

test('outside of a clinic the product sees no row of any', async () => {
  const isolated = tables.filter((table) => table.isolated);
  assert.ok(isolated.length > 50);
  for (const { name } of isolated) {
    const { rows } = await sql`SELECT FROM ${sql.table(name)} LIMIT 1`.execute(database);
    assert.equal(rows.length, 0, name);
  }
});
