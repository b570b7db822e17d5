import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { SoftphoneToken } from '../../src/staff/rules/staff-views.ts';
import type { FromSandbox } from './sandbox-messages.ts';
import { openSandboxSocket, type SandboxSocket } from './sandbox-socket.ts';
import type { SoftphoneFact } from './softphone-state.ts';

/** A WebSocket whose other end is the test. */
class TestSocket extends EventTarget {
  static readonly OPEN = 1;
  static all: TestSocket[] = [];
  readonly address: string;
  readonly sent: string[] = [];
  readyState = TestSocket.OPEN;
  constructor(address: URL) {
    super();
    this.address = address.href;
    TestSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  hears(message: FromSandbox | string): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const realWebSocket = globalThis.WebSocket;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};
const pass = async (milliseconds: number): Promise<void> => {
  mock.timers.tick(milliseconds);
  await settle();
};

let tokens = 0;
let facts: SoftphoneFact[] = [];
let messages: FromSandbox[] = [];
let socket: SandboxSocket;
const connections = () => facts.flatMap((fact) => (fact.type === 'connection' ? [fact.connection] : []));

beforeEach(async () => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  mock.method(Math, 'random', () => 0);
  globalThis.WebSocket = TestSocket as unknown as typeof WebSocket;
  TestSocket.all = [];
  tokens = 0;
  facts = [];
  messages = [];
  const fetchToken = (): Promise<SoftphoneToken> =>
    Promise.resolve({ url: 'ws://sandbox.example/client', token: `t${(tokens += 1)}` } as SoftphoneToken);
  socket = openSandboxSocket({
    fetchToken,
    onMessage: (message) => messages.push(message),
    report: (fact) => facts.push(fact),
  });
  await settle();
});

afterEach(() => {
  socket.close();
  mock.timers.reset();
  mock.restoreAll();
  globalThis.WebSocket = realWebSocket;
});

test('connects with a token, passes messages on, and takes no notice of what is none', () => {
  const [first] = TestSocket.all;
  assert.equal(first?.address, 'ws://sandbox.example/client?token=t1');
  first?.hears('not json');
  first?.hears({ t: 'registered', identity: 'staff_1', calls: [] });
  assert.deepEqual(messages, [{ t: 'registered', identity: 'staff_1', calls: [] }]);
});

test('comes back by itself with a fresh token, and waits longer each time until it is registered', async () => {
  TestSocket.all[0]?.close();
  assert.deepEqual(connections(), ['connecting', 'lost']);
  await pass(499);
  assert.equal(TestSocket.all.length, 1);
  await pass(1);
  assert.equal(TestSocket.all[1]?.address, 'ws://sandbox.example/client?token=t2');
  TestSocket.all[1]?.close();
  await pass(999);
  assert.equal(TestSocket.all.length, 2, 'the second pause is twice as long');
  await pass(1);
  TestSocket.all[2]?.hears({ t: 'registered', identity: 'staff_1', calls: [] });
  TestSocket.all[2]?.close();
  await pass(500);
  assert.equal(TestSocket.all.length, 4, 'after a success it begins with the short pause again');
});

test('a person can try at once, and that does not open a second socket', async () => {
  TestSocket.all[0]?.close();
  socket.reconnect();
  await settle();
  assert.equal(TestSocket.all.length, 2);
  await pass(60_000 / 4);
  assert.equal(TestSocket.all.filter((each) => each.readyState === TestSocket.OPEN).length, 1);
});

test('an other side that has gone silent is given up, although nobody closed the socket', async () => {
  await pass(15_000);
  assert.deepEqual(TestSocket.all[0]?.sent, ['{"t":"ping"}']);
  TestSocket.all[0]?.hears({ t: 'pong' });
  await pass(15_000);
  await pass(15_000);
  assert.equal(TestSocket.all.length, 1, 'it has answered 30 s ago');
  await pass(15_000);
  await pass(500);
  assert.equal(TestSocket.all.length, 2);
});

test('closed for good means no further attempt', async () => {
  socket.close();
  await pass(120_000);
  assert.equal(TestSocket.all.length, 1);
});
