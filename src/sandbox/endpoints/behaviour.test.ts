import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { CLINIC, runningCarrier } from './testing/running-carrier.ts';

const STAFF = '+13125550201';
const AT_STAFF = '/handsets/%2B13125550201';

async function dialling(t: TestContext, behaviour: object | null, badDay: object = {}) {
  const carrier = await runningCarrier({
    '/voice': () => `<Dial timeout="20" action="/done"><Number url="/whisper">${STAFF}</Number></Dial>`,
    '/whisper': () => '<Gather action="/accepted" numDigits="1"><Say>Press 1.</Say></Gather><Hangup/>',
    '/accepted': () => '',
    '/done': () => '<Hangup/>',
  });
  t.after(() => carrier.close());
  if (behaviour) assert.equal((await carrier.http('PUT', `${AT_STAFF}/behaviour`, behaviour)).status, 200);
  assert.equal((await carrier.http('PUT', '/bad-day', badDay)).status, 200);
  await carrier.http('POST', '/handsets/%2B13125550101/dial', { to: CLINIC });
  const result = async () => {
    await carrier.until(() => carrier.received.some(({ path }) => path === '/done'));
    const done = carrier.received.find(({ path }) => path === '/done');
    return `${done?.form['DialCallStatus'] ?? ''} ${done?.form['DialBridged'] ?? ''}`;
  };
  return { carrier, result };
}

const cases: readonly [name: string, behaviour: object | null, badDay: object, result: string][] = [
  [
    'accepts by itself and hangs up',
    { onCall: 'answer', pressAfterAnswer: '1', hangUpAfterSeconds: 10 },
    {},
    'completed true',
  ],
  ['answers and presses nothing', { onCall: 'answer' }, {}, 'completed false'],
  ['is an answering machine', { onCall: 'machine' }, {}, 'completed false'],
  ['is busy', { onCall: 'busy' }, {}, 'busy false'],
  ['cannot be reached', { onCall: 'fail' }, {}, 'failed false'],
  ['rings in an empty room', { onCall: 'no-answer' }, {}, 'no-answer false'],
  ['is nobody’s number', null, {}, 'no-answer false'],
  [
    'is busy on a bad day whatever its person would do',
    { onCall: 'answer' },
    { callees: { [STAFF]: 'busy' } },
    'busy false',
  ],
  ['is a machine on a bad day', null, { callees: { '*': 'machine' } }, 'completed false'],
  ['cannot be reached on a bad day', null, { callees: { '*': 'failed' } }, 'failed false'],
];

for (const [name, behaviour, badDay, expected] of cases) {
  test(`a telephone that ${name}`, async (t) => {
    const { result } = await dialling(t, behaviour, badDay);
    assert.equal(await result(), expected);
  });
}

test('a telephone in a call is busy for the next', async (t) => {
  const { carrier } = await dialling(t, { onCall: 'answer', pressAfterAnswer: '1' });
  await carrier.until(
    async () => (await carrier.http('GET', AT_STAFF)).body.call?.connectedTo === '+13125550101',
  );
  await carrier.http('POST', '/handsets/%2B13125550102/dial', { to: CLINIC });
  await carrier.until(() => carrier.received.some(({ form }) => form['DialCallStatus'] === 'busy'));
});

test('a hundred people call five at once: everybody ends, nobody talks with two', async (t) => {
  const identities = ['a', 'b', 'c', 'd', 'e'];
  const carrier = await runningCarrier({
    '/voice': () => '<Enqueue waitUrl="/music">all</Enqueue>',
    '/music': () => '<Pause length="5"/>',
  });
  t.after(() => carrier.close());
  const { exchange } = carrier;
  const callers = Array.from({ length: 100 }, (_, index) => `+1312555${String(1000 + index)}`);
  const dialled = await Promise.all(
    callers.map((number) =>
      carrier.http('POST', `/handsets/${encodeURIComponent(number)}/dial`, { to: CLINIC }),
    ),
  );
  assert.ok(dialled.every(({ status }) => status === 201));
  const sizeOf = () => exchange.engine.network.queues.find('all')?.members.length ?? 0;
  await carrier.until(() => sizeOf() === 100);
  for (const identity of identities) {
    await carrier.http('POST', '/clients', { token: await carrier.token(identity) });
    await carrier.http('PUT', `/clients/${identity}/behaviour`, { onCall: 'answer', answerAfterSeconds: 0 });
    exchange.engine.place({
      to: `client:${identity}`,
      from: CLINIC,
      source: {
        kind: 'twiml',
        text: `<Response>${'<Dial timeLimit="2"><Queue>all</Queue></Dial>'.repeat(25)}</Response>`,
      },
      status: null,
      timeoutSeconds: 30,
    });
  }
  await carrier.until(() => sizeOf() === 0);
  await carrier.until(() => exchange.engine.network.legs.size <= 5);
  const bridged = exchange.feed.after(0, null).filter(({ event }) => event.type === 'bridged');
  const served = bridged.filter(({ address }) => callers.includes(address)).map(({ address }) => address);
  assert.equal(served.length, 100);
  assert.equal(new Set(served).size, 100);
});
