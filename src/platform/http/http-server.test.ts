import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../errors.ts';
import { createLog } from '../log.ts';
import { createHttpServer } from './http-server.ts';
import { createMetrics } from './metrics.ts';

const publicUrl = 'https://desk.example';
const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-portal-'));
const logged: string[] = [];
const stream = { write: (line: string) => logged.push(line) } as unknown as NodeJS.WritableStream;
let ready = true;
let server: FastifyInstance;

before(async () => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__">',
  );
  writeFileSync(path.join(folder, 'assets', 'entry-Ab12Cd34.js'), 'run()');
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>');
  server = await createHttpServer({
    log: createLog('error', stream),
    publicUrl,
    metrics: createMetrics(),
    isReady: async () => {
      if (!ready) throw new Error('no database');
      return true;
    },
    portal: { folder, carrierSources: () => ['wss://carrier.example'] },
  });
  await server.register(async (scope) => {
    const app = scope.withTypeProvider<ZodTypeProvider>();
    app.post(
      '/api/v1/clinics/:clinicId/notes/:noteId',
      {
        schema: {
          params: z.object({ noteId: z.uuid() }),
          body: z.object({ text: z.string().max(5) }),
          response: { 200: z.object({ text: z.string() }) },
        },
      },
      async ({ body }) => ({ text: body.text }),
    );
    app.get('/api/v1/secret-fault', async () => {
      throw new Error('Anna Bennett +13125550121');
    });
    app.get('/api/v1/busy', async () => {
      throw new Problem('busy', 'on another call');
    });
    app.get('/api/v1/database-away', async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    });
    app.get('/api/v1/nul', async () => {
      throw Object.assign(new Error('invalid byte sequence'), { code: '22021' });
    });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const note = '/api/v1/clinics/1/notes/01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3';
const json = { 'content-type': 'application/json' };

const refusals: [string, InjectOptions, number, string][] = [
  ['bad JSON', { method: 'POST', url: note, headers: json, payload: '{"text":' }, 400, 'bad-request'],
  ['an empty JSON body', { method: 'POST', url: note, headers: json, payload: '' }, 400, 'bad-request'],
  ['a missing value', { method: 'POST', url: note, headers: json, payload: '{}' }, 400, 'invalid'],
  [
    'a value too long',
    { method: 'POST', url: note, headers: json, payload: '{"text":"123456"}' },
    400,
    'invalid',
  ],
  [
    'a polluting key',
    { method: 'POST', url: note, headers: json, payload: '{"__proto__":{"text":"a"}}' },
    400,
    'bad-request',
  ],
  [
    'plain text',
    { method: 'POST', url: note, headers: { 'content-type': 'text/plain' }, payload: '{"text":"a"}' },
    415,
    'wrong-content-type',
  ],
  [
    'a form',
    {
      method: 'POST',
      url: note,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'text=a',
    },
    415,
    'wrong-content-type',
  ],
  [
    'ten megabytes',
    { method: 'POST', url: note, headers: json, payload: `{"text":"${'a'.repeat(10_000_000)}"}` },
    413,
    'too-large',
  ],
  [
    'an id that cannot exist',
    { method: 'POST', url: '/api/v1/clinics/1/notes/x', headers: json, payload: '{"text":"a"}' },
    404,
    'not-found',
  ],
  ['an unknown route', { method: 'GET', url: '/api/v1/nothing' }, 404, 'not-found'],
  ['a method not offered', { method: 'DELETE', url: note }, 404, 'not-found'],
  ['a broken escape', { method: 'GET', url: '/api/v1/%E0%A4%A' }, 400, 'bad-request'],
  [
    'an address too long',
    { method: 'GET', url: `/api/v1/clinics/${'a'.repeat(2000)}/notes/1` },
    404,
    'not-found',
  ],
  ['a known problem', { method: 'GET', url: '/api/v1/busy' }, 409, 'busy'],
  ['a database that is away', { method: 'GET', url: '/api/v1/database-away' }, 503, 'unavailable'],
  ['text that no column holds', { method: 'GET', url: '/api/v1/nul' }, 400, 'invalid'],
];

for (const [name, request, status, code] of refusals) {
  test(`${name} is answered ${status} ${code}`, async () => {
    const answer = await server.inject(request);
    assert.equal(answer.statusCode, status);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.equal(answer.json().code, code);
    assert.equal(answer.json().status, status);
  });
}

test('an unexpected error tells a reference and nothing else, and its message stays out of the log', async () => {
  const answer = await server.inject({ url: '/api/v1/secret-fault' });
  assert.equal(answer.statusCode, 500);
  assert.equal(answer.json().code, 'internal');
  assert.ok(logged.some((line) => line.includes(answer.json().reference)));
  assert.doesNotMatch(answer.body + logged.join(''), /Anna|312555/);
});

test('garbage instead of HTTP is refused and the server lives on', async () => {
  const { port } = server.server.address() as net.AddressInfo;
  const socket = net.connect(port, '127.0.0.1');
  socket.write('\u0016\u0003\u0001 garbage\r\n\r\n');
  const chunks = await socket.toArray();
  assert.match(Buffer.concat(chunks).toString(), /^HTTP\/1\.1 400/);
  assert.equal((await server.inject({ url: '/healthz' })).statusCode, 200);
});

test('a valid request passes', async () => {
  const answer = await server.inject({ method: 'POST', url: note, payload: { text: 'good' } });
  assert.deepEqual(answer.json(), { text: 'good' });
});

const origins: [string, Record<string, string>, number][] = [
  ['a foreign origin with a cookie', { cookie: 'a=b', origin: 'https://evil.example' }, 403],
  ['a foreign origin without a cookie (login CSRF)', { origin: 'https://evil.example' }, 403],
  ['an opaque origin', { cookie: 'a=b', origin: 'null' }, 403],
  ['another port of the same host', { cookie: 'a=b', origin: 'https://desk.example:8443' }, 403],
  ['no origin but a cross-site fetch', { cookie: 'a=b', 'sec-fetch-site': 'cross-site' }, 403],
  ['a sibling host', { cookie: 'a=b', 'sec-fetch-site': 'same-site' }, 403],
  ['our public address', { cookie: 'a=b', origin: publicUrl }, 200],
  [
    'the host that was asked',
    { cookie: 'a=b', origin: 'http://localhost:3000', host: 'localhost:3000' },
    200,
  ],
  ['a program with a cookie', { cookie: 'a=b' }, 200],
  [
    'a name and password, as an address may hold them, with a cookie',
    { cookie: 'a=b', authorization: 'Basic eDp5', origin: 'https://evil.example' },
    403,
  ],
  ['a bearer token from anywhere', { authorization: 'Bearer x', origin: 'https://evil.example' }, 200],
];
for (const [name, headers, status] of origins) {
  test(`a change from ${name} is answered ${status}`, async () => {
    const answer = await server.inject({ method: 'POST', url: note, headers, payload: { text: 'a' } });
    assert.equal(answer.statusCode, status);
    if (status === 403) assert.equal(answer.json().code, 'foreign-origin');
  });
}

test('every answer carries the security headers', async () => {
  const { headers } = await server.inject({ url: '/api/v1/nothing' });
  assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.match(String(headers['strict-transport-security']), /max-age/);
});

test('every page has its own nonce, in the page and in the policy', async () => {
  const page = () => server.inject({ url: '/calls/some-call', headers: { accept: 'text/html' } });
  const [first, second] = await Promise.all([page(), page()]);
  assert.equal(first.statusCode, 200);
  const nonce = /nonce="([\w-]{20,})"/.exec(first.body)?.[1];
  assert.ok(nonce);
  assert.equal(first.body.split(nonce).length, 3);
  const policy = String(first.headers['content-security-policy']);
  assert.ok(policy.includes(`script-src 'self' 'nonce-${nonce}'`));
  assert.ok(policy.includes("connect-src 'self' wss://carrier.example"));
  assert.doesNotMatch(policy, /unsafe/);
  assert.ok(!second.body.includes(nonce));
  assert.equal(first.headers['cache-control'], 'no-store');
});

test('the bare page with its placeholders is never served', async () => {
  for (const url of ['/', '/index.html', '/%69ndex.html']) {
    const answer = await server.inject({ url, headers: { accept: 'text/html' } });
    assert.equal(answer.statusCode, 200);
    assert.ok(!answer.body.includes('__CSP_NONCE__'), url);
  }
});

test('hashed assets never expire, other files are asked for again', async () => {
  const asset = await server.inject({ url: '/assets/entry-Ab12Cd34.js' });
  assert.equal(asset.body, 'run()');
  assert.match(String(asset.headers['cache-control']), /immutable/);
  const icon = await server.inject({ url: '/favicon.svg' });
  assert.equal(icon.headers['cache-control'], 'no-cache');
  const gone = await server.inject({ url: '/assets/old-11111111.js', headers: { accept: 'text/html' } });
  assert.equal(gone.statusCode, 404);
});

test('files outside the folder are not there', async () => {
  for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd']) {
    const answer = await server.inject({ url });
    assert.ok([400, 403, 404].includes(answer.statusCode), `${url} ${answer.statusCode}`);
  }
});

test('the API describes itself in OpenAPI 3.1, parameters of the prefix and problems included', async () => {
  const document = (await server.inject({ url: '/api/v1/openapi.json' })).json();
  assert.equal(document.openapi, '3.1.0');
  const operation = document.paths['/api/v1/clinics/{clinicId}/notes/{noteId}'].post;
  assert.deepEqual(operation.parameters.map((parameter: { name: string }) => parameter.name).toSorted(), [
    'clinicId',
    'noteId',
  ]);
  assert.ok(
    operation.responses.default.content['application/json'].schema.properties.code.enum.includes('busy'),
  );
  assert.equal(document.paths['/metrics'], undefined);
});

test('the documentation page runs under its own policy', async () => {
  const page = await server.inject({ url: '/api/docs' });
  assert.equal(page.statusCode, 200);
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.doesNotMatch(page.body, /<script>/);
});

test('readiness follows the database, liveness does not', async () => {
  assert.equal((await server.inject({ url: '/readyz' })).statusCode, 200);
  ready = false;
  assert.equal((await server.inject({ url: '/readyz' })).statusCode, 503);
  assert.equal((await server.inject({ url: '/healthz' })).statusCode, 200);
  ready = true;
});

test('figures are for this machine, and for nobody from elsewhere', async () => {
  const elsewhere = await server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } });
  assert.equal(elsewhere.statusCode, 404);
  assert.equal((await server.inject({ url: '/metrics' })).statusCode, 200);
});

test('metrics count by route template, never by address', async () => {
  const { body } = await server.inject({ url: '/metrics' });
  assert.match(
    body,
    /http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/clinics\/:clinicId\/notes\/:noteId",status="200"\}/,
  );
  assert.doesNotMatch(body, /01a1fdb0/);
  assert.match(body, /process_cpu_seconds_total/);
});
