import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { startDiallingTrial } from '../../test/fixtures/dialling.ts';
import { optOut } from '../consent/opt-out.ts';
import { reconcileCalls } from '../calls/reconcile-calls.ts';
import { claimCalls } from './claim-calls.ts';
import { dialDue } from './dial-due.ts';
import { lease } from './dialling-work.ts';
import { endOrders } from './end-orders.ts';
import { withdrawCalls } from './order-calls.ts';
import type { Ending } from './outcomes.store.ts';
import { releaseOrders } from './release-orders.ts';

const trial = await startDiallingTrial();
const { clock, network, english, order, answered, ends, outcomes, inside, deps } = trial;
const { somebody, dial, lastPlaced, call, logged } = trial;
beforeEach(trial.reset);

test('the carrier loses its answer: the call is found there, and nobody is called twice', async () => {
  network.fate = () => 'lost';
  await call();
  assert.equal(network.placed.length, 1);
  network.fate = () => 'done';
  network.lists = false;
  clock.advance({ seconds: 5 });
  await dial();
  network.lists = true;
  clock.advance({ minutes: 1 });
  await dial();
  await dial();
  assert.equal(network.placed.length, 1);
  assert.equal((await logged()).carrier_sid, lastPlaced().sid);
  await ends(lastPlaced(), 'no-answer');
  assert.deepEqual(await outcomes(), ['no-answer']);
});

test('the carrier broke before it did anything: it is called once more, and only once', async () => {
  network.fate = () => 'failed';
  await order(somebody().id);
  await dial();
  network.fate = () => 'done';
  clock.advance({ seconds: 5 });
  await dial();
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced(), 'busy');
  assert.deepEqual(await outcomes(), ['busy']);
});

test('a worker dies before and after it has dialled', async () => {
  await order(somebody().id);
  const before = await claimCalls(deps, english.id, clock.now());
  assert.equal(before.calls.length, 1);
  await dial();
  assert.equal(network.placed.length, 0, 'the lease is not over');
  clock.advance(lease);
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());

  await order(somebody().id);
  const [claimed] = (await claimCalls(deps, english.id, clock.now())).calls;
  const link = (await deps.linkFor())({ clinicId: english.id, callId: claimed!.callId });
  const url = (endpoint: string): string => link({ endpoint, query: { turn: '0' } });
  await network.placeCall({
    from: claimed!.from,
    to: claimed!.to,
    timeoutSeconds: 25,
    answerUrl: url('script'),
    fallbackUrl: url('fallback'),
    statusUrl: url('status-callback'),
  });
  await answered(lastPlaced());
  clock.advance(lease);
  await dial();
  await dial();
  assert.equal(network.placed.length, 2, 'its webhook had told of it');
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(), ['failed', 'heard']);
});

test('while nobody knows whether it was placed, nobody declares it failed', async () => {
  network.fate = () => 'lost';
  await call();
  network.lists = false;
  clock.advance({ minutes: 5 });
  await reconcileCalls({ ...deps, carrier: { ...trial.carrier, ...network, fetchCall: async () => null } });
  assert.deepEqual(await outcomes(), []);
  network.lists = true;
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());
  assert.deepEqual(await outcomes(), ['failed'], 'nobody heard anything');
});

test('what is said is made ready before the telephone rings', async () => {
  const ready: string[] = [];
  const spoken: typeof deps.spoken = async (_trx, steps) => {
    for (const step of steps) if (step.do === 'say') ready.push(step.text);
    return steps;
  };
  await order(somebody().id);
  await trial.dial({ spoken });
  const script = await answered(lastPlaced());
  assert.equal(ready.length, 4);
  for (const text of ready.slice(0, 3)) assert.ok(script.includes(text), text);
  await ends(lastPlaced());
});

test('the carrier refuses the number: failed, and nothing rings', async () => {
  network.fate = () => 'refused';
  await order(somebody().id);
  await dial();
  assert.deepEqual(await outcomes(), ['failed refused']);
  assert.equal((await logged()).outcome, 'failed');
});

test('one call a second from a number, and no more at once than it may have', async () => {
  for (let count = 0; count < 8; count += 1) await order(somebody().id);
  await dial();
  assert.equal(network.placed.length, 1);
  for (let second = 0; second < 20; second += 1) {
    clock.advance({ seconds: 1 });
    await Promise.all([dialDue(deps), dialDue(deps)]);
  }
  assert.equal(network.placed.length, 5, 'room for five');
  for (const placed of network.placed) await ends(placed, 'no-answer');
  for (let second = 0; second < 20; second += 1) await dial();
  assert.equal(network.placed.length, 8);
});

test('in the night it waits for the morning, and not longer than it is of use', async () => {
  const evening = Temporal.ZonedDateTime.from('2026-12-02T21:30[America/Chicago]').toInstant();
  clock.advance(clock.now().until(evening));
  await order(somebody().id, { expiresAt: evening.add({ hours: 12 }) });
  await order(somebody().id, { expiresAt: evening.add({ hours: 2 }) });
  await dial();
  const wakes = await dial();
  assert.equal(network.placed.length, 0);
  assert.deepEqual(await outcomes(), ['withheld quiet-hours']);
  assert.equal(wakes?.toZonedDateTimeISO('America/Chicago').hour, 8);
  clock.advance(clock.now().until(wakes));
  await dial();
  assert.equal(network.placed.length, 1);
});

test('a child’s own no holds, though it is the mother who would be called', async () => {
  const child = await inside((trx) =>
    trx
      .selectFrom('patient_guardians')
      .select('patient_id as id')
      .orderBy('patient_id')
      .executeTakeFirstOrThrow(),
  );
  const no = {
    patientId: child.id,
    address: null,
    channel: 'call',
    purpose: null,
    how: 'staff',
    userId: null,
  } as const;
  await order(child.id);
  await inside((trx) => optOut(trx, no, clock.now()));
  await dial();
  assert.equal(network.placed.length, 0);
  assert.deepEqual(await outcomes(), ['withheld do-not-call']);
});

test('what is taken back is not dialled; ordered twice it is one call', async () => {
  const patient = somebody();
  const key = await order(patient.id);
  await order(patient.id, { key });
  await inside((trx) => withdrawCalls(trx, [trial.instanceId]));
  await dial();
  assert.equal(network.placed.length, 0);
  await order(somebody().id, { instanceId: randomUUIDv7() });
  await inside((trx) => withdrawCalls(trx, [trial.instanceId]));
  await dial();
  assert.equal(network.placed.length, 1);
});

test('orders that are released, taken back, ended and taken over at the same time do not lock each other out', async () => {
  for (let again = 0; again < 5; again += 1) {
    for (let one = 0; one < 20; one += 1) await order(somebody().id);
    const ids = await inside(async (trx) => {
      // The first that was ordered is the last that is due.
      const { rows } = await sql<{ id: string }>`UPDATE ordered_call_outbox b
        SET due_at = ${clock.now()}::timestamptz - (row_number * interval '1 second')
        FROM (SELECT order_id, row_number() OVER (ORDER BY order_id) FROM ordered_call_outbox) r
        WHERE b.order_id = r.order_id RETURNING b.order_id AS id`.execute(trx);
      return rows.map(({ id }) => id).toSorted();
    });
    const endings = ids
      .slice(10)
      .map((id): Ending => ({ id, status: 'over', outcome: 'failed', reason: null }));
    await Promise.all([
      inside((trx) => releaseOrders(trx, [trial.instanceId], { overdue: 'spread', hours: 1 }, clock.now())),
      inside((trx) => endOrders(trx, endings.toReversed(), clock.now())),
      claimCalls(deps, english.id, clock.now()),
      inside((trx) => withdrawCalls(trx, [trial.instanceId])),
      inside((trx) => endOrders(trx, endings, clock.now())),
    ]);
    await trial.reset();
  }
});

test('while its workflow is paused nobody is called, and afterwards they are', async () => {
  const instanceId = randomUUIDv7();
  const set = (status: 'paused' | 'running') =>
    inside((trx) =>
      sql`UPDATE workflow_instances SET status = ${status} WHERE id = ${instanceId}`.execute(trx),
    );
  await inside(async (trx) => {
    const workflowId = randomUUIDv7();
    await sql`INSERT INTO workflows (clinic_id, id, name, created_at, updated_at)
      VALUES (${trx.clinicId}, ${workflowId}, ${workflowId}, ${clock.now()}, ${clock.now()})`.execute(trx);
    await sql`INSERT INTO workflow_versions (clinic_id, workflow_id, version, definition, texts, published_at)
      VALUES (${trx.clinicId}, ${workflowId}, 1, '{}', '{}', ${clock.now()})`.execute(trx);
    await sql`INSERT INTO workflow_instances (clinic_id, id, workflow_id, version, entry_key, status, state, started_at)
      VALUES (${trx.clinicId}, ${instanceId}, ${workflowId}, 1, 'key', 'paused', '{}', ${clock.now()})`.execute(
      trx,
    );
  });
  await order(somebody().id, { instanceId });
  await dial();
  assert.equal(network.placed.length, 0);
  await set('running');
  await dial();
  assert.equal(network.placed.length, 1);
  await ends(lastPlaced());
});
