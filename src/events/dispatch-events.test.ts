import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic } from '../platform/database/database.ts';
import { clinicsWithEvents, dispatchEvents } from './dispatch-events.ts';
import { recordEvent, recordEvents } from './record-event.ts';
import { eventKindNames, eventKinds } from './rules/event-kinds.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';

const { database } = await testDatabase();
const occurredAt = Temporal.Instant.from('2026-11-20T09:00:00Z');
const lead = {
  kind: 'LEAD_CREATED',
  occurredAt,
  payload: eventKinds.LEAD_CREATED.payload.parse({}),
} as const;

const newClinic = async (): Promise<string> => {
  const id = randomUUIDv7();
  await database.insertInto('clinics').values({ id, name: 'A clinic', slug: id }).execute();
  return id;
};
const recordMany = (clinicId: string, count: number) =>
  inClinic(database, clinicId, (trx) =>
    recordEvents(
      trx,
      Array.from({ length: count }, () => lead),
    ),
  );

test('each kind has an example that its schema takes and that survives storage', async () => {
  const clinicId = await newClinic();
  for (const kind of eventKindNames) {
    const payload = eventKinds[kind].payload.parse(eventKinds[kind].example);
    await inClinic(database, clinicId, (trx) => recordEvent(trx, { kind, occurredAt, payload }));
  }
  const seen: RecordedEvent[] = [];
  await dispatchEvents(database, clinicId, [async (_trx, events) => void seen.push(...events)]);
  assert.deepEqual(
    seen.map(({ kind, payload }) => ({ kind, payload })),
    eventKindNames.map((kind) => ({
      kind,
      payload: eventKinds[kind].payload.parse(eventKinds[kind].example),
    })),
  );
  assert.ok(occurredAt.equals(seen[0]!.occurredAt));
});

test('a key is recorded once for its source, also by two at once', async () => {
  const clinicId = await newClinic();
  const once = () =>
    inClinic(database, clinicId, (trx) => recordEvent(trx, { ...lead, key: 'form-1', source: 'website' }));
  const ids = await Promise.all([once(), once(), once(), once()]);
  assert.equal(ids.filter((id) => id !== null).length, 1);
  const other = await inClinic(database, clinicId, (trx) => recordEvent(trx, { ...lead, key: 'form-1' }));
  assert.ok(other);
});

test('an event of a transaction that is given up never was', async () => {
  const clinicId = await newClinic();
  await assert.rejects(
    inClinic(database, clinicId, async (trx) => {
      await recordEvent(trx, lead);
      throw new Error('given up');
    }),
  );
  assert.ok(!(await clinicsWithEvents(database)).includes(clinicId));
});

test('ten workers at once see every event exactly once, and none of another clinic', async () => {
  const [clinicId, other] = [await newClinic(), await newClinic()];
  const ids = await recordMany(clinicId, 300);
  await recordMany(other, 5);
  const seen: string[] = [];
  const consumer = async (_trx: unknown, events: RecordedEvent[]) => {
    seen.push(...events.map(({ id }) => id));
  };
  const work = async (): Promise<void> => {
    while ((await dispatchEvents(database, clinicId, [consumer], 20)) > 0);
  };
  await Promise.all(Array.from({ length: 10 }, work));
  assert.deepEqual(seen.toSorted(), ids.toSorted());
  assert.deepEqual(await clinicsWithEvents(database).then((all) => all.includes(clinicId)), false);
  assert.ok((await clinicsWithEvents(database)).includes(other));
});

test('what a consumer could not finish is dispatched again', async () => {
  const clinicId = await newClinic();
  await recordMany(clinicId, 3);
  const failing = async () => {
    throw new Error('out of order');
  };
  await assert.rejects(dispatchEvents(database, clinicId, [failing]));
  assert.equal(await dispatchEvents(database, clinicId, []), 3);
  assert.equal(await dispatchEvents(database, clinicId, []), 0);
});
