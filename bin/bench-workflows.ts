// How many steps a second the workflows do, beside a bare loop that only moves due rows on in SKIP LOCKED batches on the same
// server: `npm run bench:workflows`. The workflow is SEND, WAIT, CONDITION; each SEND puts a message into the outbox. Then: what
// a due step costs with few and with many others waiting.
//   -- --instances 10000 --waiting 100000      smaller
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import { manualClock } from '../src/platform/clock.ts';
import { createDatabase, inClinic, type Database } from '../src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import type { Connection } from '../src/platform/database/pool.ts';
import { createLog } from '../src/platform/log.ts';
import { advanceDue, dueBatch } from '../src/workflows/engine/advance-due.ts';
import { makeWorkflow } from '../src/workflows/make-workflow.ts';
import { publishWorkflow } from '../src/workflows/versions/publish-workflow.ts';
import { definitionSchema } from '../src/workflows/rules/definition.ts';
import { newInstance } from '../src/workflows/rules/instance.ts';
import { largeClinic, loadMany } from './load-many-sql.ts';

const { values: asked } = parseArgs({
  options: {
    instances: { type: 'string', default: '100000' },
    waiting: { type: 'string', default: '1000000' },
    workers: { type: 'string', default: '2' },
  },
});
const instances = Number(asked.instances);
const workers = Number(asked.workers);
const batch = dueBatch;
const patients = 10_000;
const start = '2026-11-23T09:00:00Z';

const definition = definitionSchema.parse({
  trigger: { events: ['PATIENT_CREATED'] },
  purpose: 'care',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'send', do: 'SEND', channel: 'sms', content: { text: { en: 'Hello {{ patient.first_name }}' } } },
    { id: 'wait', do: 'WAIT', for: { until: 'later', span: { days: 1 } } },
    {
      id: 'condition',
      do: 'CONDITION',
      if: { combinator: 'and', rules: [{ field: 'patient.language', operator: '=', value: 'de' }] },
      yes: [],
      no: [],
    },
  ],
});

const publish = (database: Database, clinicId: string, now: Temporal.Instant): Promise<string> =>
  inClinic(database, clinicId, async (trx) => {
    const { id: userId } = await trx.selectFrom('users').select('id').limit(1).executeTakeFirstOrThrow();
    const by = { userId, at: now };
    const id = (await makeWorkflow(trx, { name: 'Bench', templateKey: null, draft: definition }, by))!;
    await publishWorkflow(trx, id, { revision: 1, underWay: 'keep' }, by);
    return id;
  });

/** Instances of the patients in turn, all to be looked at at that time: how a campaign is launched. */
const launch = (
  database: Database,
  clinicId: string,
  workflowId: string,
  count: number,
  wakeAt: Temporal.Instant,
  state: object,
): Promise<unknown> =>
  inClinic(database, clinicId, (trx) =>
    sql`INSERT INTO workflow_instances (clinic_id, id, workflow_id, version, entry_key, patient_id, status, state, wake_at, started_at)
      SELECT ${clinicId}, uuidv7(), ${workflowId}, 1, uuidv7()::text, p.id, 'running', ${JSON.stringify(state)},
        ${wakeAt}, ${wakeAt}
      FROM generate_series(1, ${count}) AS n
      JOIN (SELECT id, row_number() OVER () AS place FROM patients WHERE clinic_id = ${clinicId} LIMIT ${patients}) p
        ON p.place = n % ${patients} + 1`.execute(trx),
  );

/** @returns how many there were, and in how many seconds */
const exhaust = async (work: () => Promise<number>): Promise<{ count: number; seconds: number }> => {
  const began = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (;;) {
        const done = await work();
        count += done;
        if (done === 0) return;
      }
    }),
  );
  return { count, seconds: (performance.now() - began) / 1000 };
};

const bareLoop = async (connection: Connection): Promise<number> => {
  const pool = new pg.Pool(typeof connection === 'string' ? { connectionString: connection } : connection);
  await pool.query(
    `CREATE TABLE bare (id uuid PRIMARY KEY, due_at timestamptz NOT NULL, turns integer NOT NULL DEFAULT 0)`,
  );
  await pool.query('CREATE INDEX bare_due ON bare (due_at)');
  await pool.query(
    `INSERT INTO bare SELECT gen_random_uuid(), '2026-01-01' FROM generate_series(1, ${instances})`,
  );
  await pool.query('VACUUM ANALYZE bare');
  let { count, seconds } = { count: 0, seconds: 0 };
  for (const day of [1, 2]) {
    const turn = await exhaust(async () => {
      const { rowCount } = await pool.query(
        `UPDATE bare SET due_at = due_at + interval '1 day', turns = turns + 1 WHERE id IN (
           SELECT id FROM bare WHERE due_at < '2026-01-0${day + 1}' ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
      );
      return rowCount ?? 0;
    });
    count += turn.count;
    seconds += turn.seconds;
  }
  await pool.end();
  return count / seconds;
};

const perSecond = (count: number, seconds: number): string =>
  Math.round(count / seconds)
    .toLocaleString('en')
    .padStart(9);

const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const product = createDatabase(postgres.connection, createLog('silent'));
try {
  await migrate(postgres.connection);
  const client = new pg.Client(postgres.connection);
  await client.connect();
  await loadMany(client, { patients, calls: 0 }, () => {});
  const { database } = product;
  const clinicId = largeClinic;
  const clock = manualClock(start);
  await client.query(
    `INSERT INTO users (id, name, email, email_verified) VALUES (gen_random_uuid(), 'Bench', 'bench@example.org', true) ON CONFLICT DO NOTHING`,
  );
  const workflowId = await publish(database, clinicId, clock.now());
  const bare = await bareLoop(postgres.connection);
  console.log(`bare loop                ${perSecond(bare, 1)} rows/s`);

  const work = () => advanceDue({ database, log: createLog('silent') }, clinicId, clock.now(), batch);
  // Nobody begins on a day on which the server has never seen a message: its plans are made for tables that hold some.
  await launch(database, clinicId, workflowId, 5000, clock.now(), newInstance('send', null));
  await exhaust(work);
  clock.advance({ hours: 25 });
  await exhaust(work);
  await launch(database, clinicId, workflowId, instances, clock.now(), newInstance('send', null));
  await client.query('VACUUM ANALYZE');
  const sent = await exhaust(work);
  console.log(
    `SEND and WAIT            ${perSecond(2 * sent.count, sent.seconds)} steps/s, ${sent.count} instances`,
  );
  clock.advance({ hours: 25 });
  const asked2 = await exhaust(work);
  console.log(`CONDITION                ${perSecond(asked2.count, asked2.seconds)} steps/s`);
  const steps = (2 * sent.count + asked2.count) / (sent.seconds + asked2.seconds);
  console.log(
    `all three                ${perSecond(steps, 1)} steps/s, ${(steps / bare).toFixed(2)} of the bare loop`,
  );

  const waits = { ...newInstance('wait', null), position: { doing: 'waiting', step: 'wait', until: start } };
  for (const waiting of [10_000, Number(asked.waiting)]) {
    await launch(database, clinicId, workflowId, waiting, clock.now().add({ hours: 24 * 365 }), waits);
    await launch(database, clinicId, workflowId, 10_000, clock.now(), waits);
    await client.query('VACUUM ANALYZE workflow_instances, instance_wakes');
    // What the launch wrote goes to the disk before the clock starts, not while it runs.
    await client.query('CHECKPOINT');
    const { count, seconds } = await exhaust(work);
    console.log(
      `${waiting.toLocaleString('en').padStart(9)} waiting        ${((seconds * 1e6) / count).toFixed(0).padStart(9)} µs a due step`,
    );
  }
  await client.end();
} finally {
  await product.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
