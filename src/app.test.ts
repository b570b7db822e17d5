import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { startDemoApp } from '../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const owner = 'margaret.chen@lakeside.example';

const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.unknown().optional(),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });
const answer = await fetch(`${app.url}/api/v1/openapi.json`);
const { paths } = documentSchema.parse(await answer.json());
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

test('every route under a clinic names the clinic', () => {
  const ofClinics = operations.filter(({ path }) => path.includes('/clinics/'));
  assert.ok(ofClinics.length > 15);
  for (const { path, operation } of ofClinics) {
    assert.ok(path.startsWith('/api/v1/clinics/{clinicId}/'), path);
    assert.ok(
      operation.parameters.some(({ name }) => name === 'clinicId'),
      path,
    );
  }
});

test('every route under a clinic refuses strangers: signed out 401, of another clinic 404', async () => {
  for (const { method, path } of operations.filter((operation) => operation.path.includes('/clinics/'))) {
    const url = path.replace('{clinicId}', app.clinics[1].id).replace(/\{\w+\}/g, crypto.randomUUID());
    const signedOut = await fetch(app.url + url, { method });
    assert.equal(signedOut.status, 401, `${method} ${path}`);
    const stranger = await app.as(owner, method, url);
    assert.equal(stranger.status, 404, `${method} ${path}`);
  }
});

const unknownId = '01a1fdb0-1e2b-7036-8314-ef1ff8eaa8e3';
const absurd = ['x', '%00', unknownId, "'%20OR%201=1--", '..%2f..%2fme', '🦷', 'a'.repeat(400), '-1', 'NaN'];
const bodies: unknown[] = [
  null,
  [],
  'text',
  1e308,
  {},
  { to: '+1\u0000', staffId: "' OR 1=1", status: {}, available: 'perhaps', session: [] },
  { to: 'a'.repeat(5000), departmentId: unknownId, assignedTo: 7, email: 1, password: null },
  { to: '+13125550121', staffId: unknownId, status: 'done', assignedTo: unknownId, voicemailId: unknownId },
  JSON.parse('{"a":'.repeat(200) + '1' + '}'.repeat(200)),
];

const refuseCalmly = async (method: string, url: string, body?: unknown): Promise<void> => {
  const response = await app.as(owner, method, url, body);
  await response.body?.cancel();
  assert.notEqual(response.status, 500, `${method} ${url} ${JSON.stringify(body)?.slice(0, 80)}`);
};

test('absurd ids and queries never make a fault of ours', async () => {
  for (const { method, path, operation } of operations) {
    const url = path.replace('{clinicId}', app.clinics[0].id);
    for (const value of absurd) {
      const query = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => `${name}=${encodeURIComponent(decodeURIComponent(value))}`)
        .join('&');
      if (!url.includes('{') && query === '') continue;
      const filled = url.replace(/\{\w+\}/g, encodeURI(value).replaceAll('%25', '%'));
      await refuseCalmly(method, `${filled}?${query}`, method === 'GET' ? undefined : {});
    }
  }
});

test('absurd bodies never make a fault of ours', async () => {
  const writing = operations.filter(({ operation }) => operation.requestBody !== undefined);
  assert.ok(writing.length >= 6);
  for (const { method, path } of writing) {
    const url = path.replace('{clinicId}', app.clinics[0].id).replace(/\{\w+\}/g, unknownId);
    for (const body of bodies) await refuseCalmly(method, url, body);
  }
});
