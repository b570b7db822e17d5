import assert from 'node:assert/strict';
import test from 'node:test';
import { atUrl } from './source.ts';
import { scenario, type Answer } from './testing/scenario.ts';

async function waiting(more: Record<string, Answer> = {}) {
  const s = scenario({
    '/voice': '<Enqueue action="/left" waitUrl="/music">front</Enqueue>',
    '/music': (p) => `<Say>You are number ${p['QueuePosition'] ?? ''}.</Say><Pause length="10"/>`,
    '/left': '<Say>Left.</Say>',
    '/fetch': '<Dial timeout="20" action="/fetched"><Queue>front</Queue></Dial>',
    '/fetched': '<Hangup/>',
    ...more,
  });
  const callers = ['+13125550101', '+13125550102', '+13125550103'].map((number) => s.phone(number));
  const anna = s.phone('client:anna');
  const fetchOne = async () => {
    s.engine.place({
      to: 'client:anna',
      from: '+13125550100',
      source: atUrl({ url: 'https://clinic.example/fetch', method: 'POST' }),
      status: null,
      timeoutSeconds: 30,
    });
    await s.seconds(1);
    anna.answer();
    await s.seconds(1);
  };
  return { ...s, callers, anna, fetchOne };
}

test('callers are fetched in the order in which they came', async () => {
  const { callers, call, anna, fetchOne, seconds, last } = await waiting();
  const [first, second] = callers;
  assert.ok(first && second);
  await call(first);
  await call(second);
  assert.ok(first.log.includes('say: You are number 1.'));
  assert.ok(second.log.includes('say: You are number 2.'));
  await seconds(30);
  await fetchOne();
  assert.equal(anna.log.at(-1), 'bridged: +13125550101');
  await seconds(5);
  anna.hangUp();
  await seconds(1);
  assert.equal(last('/left')?.['QueueResult'], 'bridged');
  assert.equal(last('/fetched')?.['DialCallStatus'], 'completed');
  await seconds(15);
  assert.equal(last('/music')?.['QueuePosition'], '1');
});

test('the music is asked for again and again, with the time waited', async () => {
  const { callers, call, seconds, asked } = await waiting();
  const [first] = callers;
  assert.ok(first);
  await call(first);
  await seconds(25);
  const times = asked
    .filter(({ path }) => path === '/music')
    .map(({ parameters }) => parameters['QueueTime']);
  assert.deepEqual(times, ['0', '11', '23']);
});

test('Leave in the music ends the waiting', async () => {
  const { callers, call, seconds, last } = await waiting({
    '/music': (p) => (Number(p['QueueTime']) > 5 ? '<Leave/>' : '<Pause length="4"/>'),
  });
  const [first] = callers;
  assert.ok(first);
  await call(first);
  await seconds(15);
  assert.equal(last('/left')?.['QueueResult'], 'leave');
  assert.ok(first.log.includes('say: Left.'));
});

test('a Dial waits for the next caller when nobody is there, and gives up after its timeout', async () => {
  const { callers, call, anna, fetchOne, seconds, last, engine, clock } = await waiting();
  const [first] = callers;
  assert.ok(first);
  engine.network.queues.open('front', clock.now());
  await fetchOne();
  await seconds(5);
  await call(first);
  assert.equal(anna.log.at(-1), 'bridged: +13125550101');
  first.hangUp();
  await seconds(1);
  await fetchOne();
  await seconds(21);
  assert.equal(last('/fetched')?.['DialCallStatus'], 'no-answer');
});

test('a queue that never was cannot be dialled', async () => {
  const { fetchOne, last } = await waiting();
  await fetchOne();
  assert.equal(last('/fetched')?.['DialCallStatus'], 'failed');
});

test('two who fetch at once get different callers', async () => {
  const { callers, call, phone, engine, seconds } = await waiting();
  for (const caller of callers) await call(caller);
  const staff = ['client:anna', 'client:ben'].map((address) => phone(address));
  for (const { address } of staff) {
    engine.place({
      to: address,
      from: '+13125550100',
      source: atUrl({ url: 'https://clinic.example/fetch', method: 'POST' }),
      status: null,
      timeoutSeconds: 30,
    });
  }
  await seconds(1);
  for (const person of staff) person.answer();
  await seconds(1);
  const bridged = staff.map(({ log }) => log.at(-1) ?? '');
  assert.deepEqual(
    bridged.toSorted((a, b) => a.localeCompare(b)),
    ['bridged: +13125550101', 'bridged: +13125550102'],
  );
});

test('what is said to the caller on leaving the queue comes before the talk', async () => {
  const { callers, call, fetchOne, anna, seconds } = await waiting({
    '/fetch': '<Dial><Queue url="/announce">front</Queue></Dial>',
    '/announce': '<Say>You will now be connected.</Say>',
  });
  const [first] = callers;
  assert.ok(first);
  await call(first);
  await fetchOne();
  await seconds(5);
  const heard = first.log.slice(-2);
  assert.deepEqual(heard, ['say: You will now be connected.', 'bridged: client:anna']);
  assert.equal(anna.log.at(-1), 'bridged: +13125550101');
});

test('a full queue says so at once', async () => {
  const { callers, call, last, engine, store, clock } = await waiting();
  const queue = engine.network.queues.open('front', clock.now());
  store.queues.update(queue.sid, { maxSize: 1 });
  const [first, second] = callers;
  assert.ok(first && second);
  await call(first);
  await call(second);
  assert.equal(last('/left')?.['QueueResult'], 'queue-full');
});
