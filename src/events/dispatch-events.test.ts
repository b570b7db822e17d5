import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../test/fixtures/database.ts';
import { inClinic } from '../platform/database/database.ts';
import { clinicsWithEvents, dispatchEvents, nextEventTry, tryTroubledEvents } from './dispatch-events.ts';
import { recordEvent, recordEvents } from './record-event.ts';
import { eventKindNames, eventKinds } from './rules/event-kinds.ts';
import type { RecordedEvent } from './rules/recorded-event.ts';
import { listSetAside, retrySetAside } from './set-aside-events.ts';

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
const newUser = () =>
  database
    .insertInto('users')
    .values({
      id: randomUUIDv7(),
      name: 'A manager',
      email: `${randomUUIDv7()}@example.org`,
      email_verified: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
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
  await dispatchEvents(database, clinicId, [async (_trx, events) => void seen.push(...events)], occurredAt);
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
  assert.ok(!(await clinicsWithEvents(database, occurredAt)).includes(clinicId));
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
    while ((await dispatchEvents(database, clinicId, [consumer], occurredAt, 20)) > 0);
  };
  await Promise.all(Array.from({ length: 10 }, work));
  assert.deepEqual(seen.toSorted(), ids.toSorted());
  assert.deepEqual(
    await clinicsWithEvents(database, occurredAt).then((all) => all.includes(clinicId)),
    false,
  );
  assert.ok((await clinicsWithEvents(database, occurredAt)).includes(other));
});

const after = (seconds: number): Temporal.Instant => occurredAt.add({ seconds });
/** Cannot stand these, whoever else is among them. */
const failingFor =
  (bad: ReadonlySet<string>, seen: string[] = []) =>
  async (_trx: unknown, events: RecordedEvent[]): Promise<void> => {
    if (events.some(({ id }) => bad.has(id)))
      throw Object.assign(new TypeError('Ms Private'), { code: 'X1' });
    seen.push(...events.map(({ id }) => id));
  };
const setAside = (clinicId: string) =>
  inClinic(database, clinicId, (trx) => listSetAside(trx, { limit: 50 })).then((page) => page!.events);

test('one event that cannot be acted upon does not hold back its batch', async () => {
  const clinicId = await newClinic();
  const ids = await recordMany(clinicId, 20);
  const bad = new Set([ids[3]!, ids[11]!]);
  const seen: string[] = [];
  const consumers = [failingFor(bad, seen)];
  assert.equal(await dispatchEvents(database, clinicId, consumers, occurredAt), 20);
  assert.deepEqual(seen.toSorted(), ids.filter((id) => !bad.has(id)).toSorted());
  assert.deepEqual(await setAside(clinicId), [], 'they are tried again first');

  bad.delete(ids[11]!);
  await tryTroubledEvents(database, clinicId, consumers, after(9));
  assert.equal(seen.length, 18, 'not before the pause is over');
  assert.ok((await clinicsWithEvents(database, after(10))).includes(clinicId));
  assert.ok((await nextEventTry(database, occurredAt))!.equals(after(10)));
  await Promise.all(
    Array.from({ length: 5 }, () => tryTroubledEvents(database, clinicId, consumers, after(10))),
  );
  assert.equal(seen.filter((id) => id === ids[11]).length, 1);
  for (const seconds of [50, 210, 850]) {
    assert.deepEqual(await setAside(clinicId), []);
    await tryTroubledEvents(database, clinicId, consumers, after(seconds));
  }
  const [aside, ...more] = await setAside(clinicId);
  assert.deepEqual(more, []);
  assert.deepEqual([aside?.id, aside?.tries, aside?.reason], [ids[3], 5, 'TypeError X1']);
  assert.ok(!(await clinicsWithEvents(database, after(100_000))).includes(clinicId));
});

test('what was set aside is dispatched anew when somebody says so, once', async () => {
  const [clinicId, other] = [await newClinic(), await newClinic()];
  const [id] = (await recordMany(clinicId, 1)) as [string];
  const bad = new Set([id]);
  await dispatchEvents(database, clinicId, [failingFor(bad)], occurredAt);
  for (const seconds of [10, 50, 210, 850])
    await tryTroubledEvents(database, clinicId, [failingFor(bad)], after(seconds));
  const { id: userId } = await newUser();
  const retry = (clinic: string) =>
    inClinic(database, clinic, (trx) => retrySetAside(trx, id, { userId, at: after(900) }));
  assert.equal(await retry(other), 0, 'not by another clinic');
  const counts = await Promise.all([retry(clinicId), retry(clinicId), retry(clinicId)]);
  assert.deepEqual(counts.toSorted(), [0, 0, 1]);
  const seen: string[] = [];
  assert.equal(await dispatchEvents(database, clinicId, [failingFor(new Set(), seen)], after(901)), 1);
  assert.deepEqual(seen, [id]);
  assert.deepEqual(await setAside(clinicId), []);
});

test('when nothing works it is not the events: they are left where they are', async () => {
  const clinicId = await newClinic();
  const ids = await recordMany(clinicId, 30);
  await assert.rejects(dispatchEvents(database, clinicId, [failingFor(new Set(ids))], occurredAt));
  assert.equal(await dispatchEvents(database, clinicId, [], occurredAt), 27);
  const seen: string[] = [];
  await tryTroubledEvents(database, clinicId, [failingFor(new Set(), seen)], after(10));
  assert.equal(seen.length, 3);
});
