import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/fixtures/database.ts';
import { seedDemo } from '../../demo/seed-demo.ts';
import { manualClock } from '../../platform/clock.ts';
import { inClinic } from '../../platform/database/database.ts';
import { CarrierError, type CarrierMessage } from '../../ports/carrier/carrier.port.ts';
import { fetchMissed } from './fetch-missed.ts';
import { receiveSms } from './receive-sms.ts';

const { database } = await testDatabase();
const clock = manualClock('2026-11-18T16:00:00Z');
const clinic = (await seedDemo(database, 'secret', clock.now()))[0]!;
const ourNumber = '+13125550100';
const onAppointmentsChanged = async () => {};

type Sent = CarrierMessage & { at: Temporal.Instant };
const atCarrier: Sent[] = [];
let asked: Temporal.Instant[] = [];
let answers = true;
const carrier = {
  messagesReceived: async (number: string, since: Temporal.Instant) => {
    if (!answers) throw new CarrierError('unknown');
    if (number !== ourNumber) return [];
    asked.push(since);
    return atCarrier.filter(({ at }) => Temporal.Instant.compare(at, since) > 0);
  },
};
const deps = { database, clock, carrier, onAppointmentsChanged };
const write = (body: string): Sent => {
  const sid = `SM${String(atCarrier.length).padStart(32, '0')}`;
  const sent = {
    sid,
    from: '+13125550121',
    to: ourNumber,
    body,
    status: 'received',
    errorCode: null,
    at: clock.now(),
  };
  atCarrier.push(sent);
  return sent;
};
const here = async (): Promise<string[]> => {
  const rows = await inClinic(database, clinic.id, (trx) =>
    trx
      .selectFrom('messages')
      .select('body')
      .where('direction', '=', 'inbound')
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ body }) => body!);
};

test('what came while nobody answered is fetched, in its order and once', async () => {
  await fetchMissed(deps);
  const before = (await here()).length;
  clock.advance({ hours: 30 });
  write('Is it open on Friday?');
  await receiveSms(deps, write('I mean this Friday'), clock.now());
  clock.advance({ hours: 30 });
  write('Hello?');
  await Promise.all([fetchMissed(deps), fetchMissed(deps)]);
  await fetchMissed(deps);
  assert.deepEqual((await here()).slice(before).toSorted(), [
    'Hello?',
    'I mean this Friday',
    'Is it open on Friday?',
  ]);
  await receiveSms(deps, atCarrier[0]!, clock.now());
  assert.equal((await here()).length, before + 3);
});

test('while the carrier does not answer the mark stays where it was', async () => {
  await fetchMissed(deps);
  const before = (await here()).length;
  answers = false;
  clock.advance({ hours: 3 });
  write('Are you there?');
  clock.advance({ hours: 3 });
  await fetchMissed(deps);
  assert.equal((await here()).length, before);
  answers = true;
  asked = [];
  await fetchMissed(deps);
  assert.equal((await here()).at(-1), 'Are you there?');
  assert.equal(asked.length, 1);
  assert.ok(clock.now().since(asked[0]!).total('hours') > 6);
});
