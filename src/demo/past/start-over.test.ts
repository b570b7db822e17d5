import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { demoMoment, demoSecrets } from '../../../test/fixtures/demo-moment.ts';
import { inClinic } from '../../platform/database/database.ts';
import { createLog } from '../../platform/log.ts';
import { seedDemo } from '../seed-demo.ts';
import { livePast } from './live-past.ts';
import { startOverIfCut } from './start-over.ts';

const now = Temporal.Instant.from(demoMoment);
const { database, connection } = await testDatabase();
const seed = () => seedDemo(database, 'secret', now, { busy: true });

/** Everything that is in the two clinics, table by table. */
const contents = async (): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'clinic_id' ORDER BY 1`.execute(database);
  const clinics = await database.selectFrom('clinics').select('id').execute();
  for (const { name } of rows)
    for (const { id } of clinics) {
      const found = await inClinic(database, id, (trx) =>
        sql<{
          count: number;
        }>`SELECT count(*)::integer AS count FROM ${sql.table(name)} WHERE clinic_id = ${id}`.execute(trx),
      );
      counts[name] = (counts[name] ?? 0) + found.rows[0]!.count;
    }
  const { users } = await database
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('users'))
    .executeTakeFirstOrThrow();
  return { ...counts, users };
};

/** A start that dies when the first message of the past is to leave. */
const dieInThePast = async (): Promise<void> => {
  const cut = (): never => {
    throw new Error('cut');
  };
  const needs = {
    log: createLog('silent'),
    secrets: { ...demoSecrets, sign: cut },
    portalUrl: 'https://desk.example',
  };
  await assert.rejects(livePast({ database, ...needs }, await seed(), now), /cut/);
};

test('a start that was cut in the middle of the past is followed by one that makes the clinics anew', async () => {
  await seed();
  const whole = await contents();
  await dieInThePast();
  assert.notDeepEqual(await contents(), whole);
  // The next start finds the clinics there, and half of what has happened.
  assert.equal(await startOverIfCut(database, connection), true);
  assert.deepEqual(
    (await seed()).map(({ isNew }) => isNew),
    [true, true],
  );
  assert.deepEqual(await contents(), whole);
});

test('clinics that somebody has come to use are left as they are, for good', async () => {
  const before = await contents();
  assert.equal(before['unfinished_pasts'], 2);
  const { id: userId } = await database.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
  const end = () => database.deleteFrom('sessions').execute();
  await sql`INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
    VALUES (gen_random_uuid(), ${userId}, 'token', now(), now(), now())`.execute(database);
  assert.equal(await startOverIfCut(database, connection), false);
  await end();
  assert.equal(await startOverIfCut(database, connection), false);
  assert.deepEqual(await contents(), { ...before, unfinished_pasts: 0 });
});
