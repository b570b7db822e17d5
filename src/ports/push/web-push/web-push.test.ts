import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createSecrets } from '../../../platform/secrets.ts';
import { createWebPush } from './web-push.ts';

const taken: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
let status = 201;
const service = createServer((request, reply) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    taken.push({ headers: request.headers, body: Buffer.concat(parts) });
    reply.writeHead(status, { location: 'http://127.0.0.1:9/' }).end();
  });
});
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
after(() => service.close());
const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}/send/1`;

const browser = createECDH('prime256v1');
const keys = { p256dh: browser.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
const note = {
  title: 'Lakeside Dental',
  body: 'Your retainer is here.',
  url: 'https://desk.example/l/x',
  tag: '1',
};
const secrets = createSecrets(Buffer.alloc(32, 7));
const push = createWebPush(secrets.pushKeys());
const send = (to = { endpoint, keys }) => push.send(to, note, 'https://desk.example');

test('the same installation has the same keys, another has others', () => {
  assert.deepEqual(createSecrets(Buffer.alloc(32, 7)).pushKeys(), secrets.pushKeys());
  assert.notEqual(createSecrets(Buffer.alloc(32, 8)).pushKeys().publicKey, push.publicKey);
  assert.equal(Buffer.from(push.publicKey, 'base64url').length, 65);
});

test('a notification is encrypted and signed', async () => {
  assert.equal(await send(), 'sent');
  const { headers, body } = taken.at(-1)!;
  assert.equal(headers['content-encoding'], 'aes128gcm');
  assert.match(headers.authorization!, /^vapid t=ey[\w-]+\.[\w-]+\.[\w-]+, ?k=/);
  assert.equal(headers['ttl'], String(12 * 3600));
  assert.ok(body.length > 50 && !body.includes('retainer'));
});

test('what the service says is told apart, and nobody is led elsewhere', async () => {
  for (const [answer, outcome] of [
    [404, 'gone'],
    [410, 'gone'],
    [429, 'later'],
    [503, 'later'],
    [400, 'refused'],
    [302, 'refused'],
  ] as const) {
    status = answer;
    assert.equal(await send(), outcome, String(answer));
  }
  assert.equal(await send({ endpoint: 'http://127.0.0.1:9/', keys }), 'unsure');
  assert.equal(await send({ endpoint, keys: { p256dh: 'AAAA', auth: 'AAAA' } }), 'gone');
});
