import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { demoMoment, demoSecrets } from '../../../test/fixtures/demo-moment.ts';
import { inClinic, type ClinicTransaction } from '../../platform/database/database.ts';
import { createLog } from '../../platform/log.ts';
import { openAudio, openText } from '../../voicemail/sealed-content.ts';
import { judgeRecording } from '../../voicemail/rules/judge-recording.ts';
import { seedDemo } from '../seed-demo.ts';
import { livePast } from './live-past.ts';

const now = Temporal.Instant.from(demoMoment);
const { database } = await testDatabase();
const clinics = await seedDemo(database, 'secret', now, { busy: true });
const needs = {
  database,
  log: createLog('silent'),
  secrets: demoSecrets,
  portalUrl: 'https://desk.example',
};
await livePast(
  needs,
  clinics.filter(({ isNew }) => isNew),
  now,
);

const inEach = async (work: (trx: ClinicTransaction) => Promise<void>): Promise<void> => {
  for (const { id } of clinics) await inClinic(database, id, work);
};

/** How many rows there are of each value. */
const counts = async (
  trx: ClinicTransaction,
  table: string,
  column: string,
): Promise<Record<string, number>> => {
  const { rows } = await sql<{ value: string; count: number }>`
    SELECT ${sql.ref(column)} AS value, count(*)::int AS count FROM ${sql.table(table)}
    WHERE clinic_id = ${trx.clinicId} GROUP BY 1`.execute(trx);
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]));
};

test('calls came in, were answered, missed and left to voicemail, each with its story', () =>
  inEach(async (trx) => {
    const outcomes = await counts(trx, 'call_logs', 'outcome');
    assert.deepEqual(outcomes, { answered: 6, voicemail: 3, abandoned: 2 });
    const { rows } = await sql<{ calls: number }>`SELECT count(DISTINCT call_id)::int AS calls
      FROM call_routing_history WHERE clinic_id = ${trx.clinicId} AND seq > 2 AND at < ${now}`.execute(trx);
    assert.equal(rows[0]?.calls, 11);
  }));

test('voicemails can be heard and read; one was an emergency and is done', () =>
  inEach(async (trx) => {
    assert.deepEqual(await counts(trx, 'voicemail_messages', 'status'), { new: 2, done: 1 });
    const messages = await trx.selectFrom('voicemail_messages').selectAll().execute();
    for (const { id, audio, transcript, status, emergency } of messages) {
      assert.equal(judgeRecording(openAudio(demoSecrets, trx.clinicId, id, audio!)).verdict, 'message');
      assert.match(openText(demoSecrets, 'transcript', trx.clinicId, id, transcript!)!, /\w/);
      assert.equal(emergency, status === 'done');
    }
  }));

test('workflows have reminded people, and have some under way', () =>
  inEach(async (trx) => {
    assert.deepEqual(await counts(trx, 'workflows', 'status'), { active: 2 });
    const instances = await counts(trx, 'workflow_instances', 'status');
    assert.ok(instances['running']! >= 2 && instances['done']! >= 4, JSON.stringify(instances));
    const executions = await counts(trx, 'task_executions', 'outcome');
    assert.equal(executions['failed'], undefined);
    assert.equal(await counts(trx, 'messages', 'status').then((by) => by['sending']), undefined);
  }));

test('somebody waits for an answer, and another has had one', () =>
  inEach(async (trx) => {
    const open = await trx
      .selectFrom('conversations')
      .selectAll()
      .where('waits_since', 'is not', null)
      .execute();
    assert.ok(open.length >= 1 && open.length <= 3, `${open.length} wait`);
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM messages
      WHERE clinic_id = ${trx.clinicId} AND purpose = 'reply' AND status = 'delivered'`.execute(trx);
    assert.ok(rows[0]!.count >= 1);
  }));

test('a callback was done and one is to do; there are texts to send', () =>
  inEach(async (trx) => {
    const { rows } = await sql<{ done: number; open: number }>`
      SELECT count(done_at)::int AS done, (count(*) - count(done_at))::int AS open FROM tasks
      WHERE clinic_id = ${trx.clinicId} AND source = 'workflow'`.execute(trx);
    assert.deepEqual(rows, [{ done: 1, open: 1 }]);
    const templates = await trx
      .selectFrom('message_templates')
      .select('name')
      .where('name', '!~', '[0-9]')
      .execute();
    assert.equal(templates.length, 2);
  }));

test('nothing has happened that is yet to come, and nobody sits at a portal', () =>
  inEach(async (trx) => {
    for (const [table, column] of [
      ['call_logs', 'last_fact_at'],
      ['messages', 'created_at'],
      ['task_executions', 'at'],
      ['audit_log', 'at'],
    ] as const) {
      const { rows } = await sql<{ late: number }>`SELECT count(*)::int AS late FROM ${sql.table(table)}
        WHERE clinic_id = ${trx.clinicId} AND ${sql.ref(column)} > ${now}`.execute(trx);
      assert.equal(rows[0]?.late, 0, table);
    }
    const { rows } = await sql<{ busy: number }>`SELECT count(*)::int AS busy FROM staff_call_availability
      WHERE clinic_id = ${trx.clinicId} AND (portal_seen_at IS NOT NULL OR busy_call_id IS NOT NULL)`.execute(
      trx,
    );
    assert.equal(rows[0]?.busy, 0);
  }));

test('the next start finds it and adds nothing', async () => {
  const again = await seedDemo(database, 'secret', now.add({ minutes: 5 }), { busy: true });
  assert.deepEqual(
    again.map(({ id, isNew }) => [id, isNew]),
    clinics.map(({ id }) => [id, false]),
  );
});

test('it is over: the next start has nothing to begin anew', () =>
  inEach(async (trx) => {
    assert.deepEqual(await trx.selectFrom('unfinished_pasts').selectAll().execute(), []);
  }));
