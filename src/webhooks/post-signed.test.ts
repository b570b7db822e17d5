import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { forbiddenAddresses } from './forbidden-addresses.ts';
import { postSigned } from './post-signed.ts';

const anywhere = forbiddenAddresses({ ownNetworkAllowed: true });
const outside = forbiddenAddresses({ ownNetworkAllowed: false });
const now = Temporal.Instant.from('2026-11-22T08:00:00Z');
const letter = { id: 'm1', type: 'TEST', timestamp: now, data: {} };
const sendTo = (url: string, isForbidden = anywhere) =>
  postSigned({ url, secret: new Uint8Array(32), isForbidden }, letter, now);

let asked = 0;
const paths: Record<string, (response: ServerResponse) => void> = {
  '/endless': (response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('é'.repeat(10_000)));
      response.once('drain', more);
    };
    more();
  },
  '/elsewhere': (response) => response.writeHead(302, { location: '/endless' }).end('this way'),
  '/broken': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => response.destroy());
  },
};
const server: Server = createServer((request, response) => {
  asked += 1;
  request.resume();
  request.on('end', () => (paths[request.url ?? ''] ?? ((answer) => answer.writeHead(204).end()))(response));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const { port } = server.address() as AddressInfo;
const at = (path: string, host = '127.0.0.1', protocol = 'http'): string =>
  `${protocol}://${host}:${port}${path}`;

test('what comes back is told: the status, and the beginning of what was said', async () => {
  assert.deepEqual(await sendTo(at('/')), { lastStatus: 204, lastResponse: null, lastFailure: null });
  const endless = await sendTo(at('/endless'));
  assert.equal(endless.lastStatus, 200);
  assert.equal(endless.lastResponse, 'é'.repeat(1000));
  assert.deepEqual(await sendTo(at('/elsewhere')), {
    lastStatus: 302,
    lastResponse: 'this way',
    lastFailure: null,
  });
  assert.deepEqual(await sendTo(at('/broken')), { lastStatus: 200, lastResponse: null, lastFailure: null });
});

test('why nobody answered is told', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const free = (closed.address() as AddressInfo).port;
  await new Promise((resolve) => closed.close(resolve));
  assert.equal((await sendTo(`http://127.0.0.1:${free}/`)).lastFailure, 'refused');
});

test('where the own network is closed, no way of writing leads into it', async () => {
  const before = asked;
  const hosts = [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ];
  for (const host of [...hosts, '0.0.0.0', '[::]', '10.0.0.1', '[::ffff:a9fe:a9fe]'])
    for (const protocol of ['http', 'https'])
      assert.equal((await sendTo(at('/', host, protocol), outside)).lastFailure, 'forbidden', host);
  assert.equal(asked, before);
});

test('addresses of the own network, and those that are never sent to', () => {
  const own = [
    '127.0.0.1',
    '10.9.8.7',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.20',
    '100.64.0.1',
    '0.0.0.0',
  ];
  const ownToo = [
    '::1',
    '::',
    '::ffff:192.168.1.20',
    'fc00::1',
    'fd12:3456::1',
    '64:ff9b::7f00:1',
    'ff02::1',
  ];
  const never = [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fe80::1',
    'fd00:ec2::254',
    '64:ff9b::a9fe:a9fe',
  ];
  const open = ['8.8.8.8', '172.32.0.1', '192.169.0.1', '::ffff:8.8.8.8', '2001:4860:4860::8888'];
  for (const address of [...own, ...ownToo]) {
    assert.equal(outside(address), true, address);
    assert.equal(anywhere(address), false, address);
  }
  for (const address of never) assert.deepEqual([outside(address), anywhere(address)], [true, true], address);
  for (const address of open)
    assert.deepEqual([outside(address), anywhere(address)], [false, false], address);
});
