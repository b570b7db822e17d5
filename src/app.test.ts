import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { startDemoApp } from '../test/fixtures/demo-app.ts';

const app = await startDemoApp();
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  summary: z.string().min(5).optional(),
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

test('every documented route says in a sentence what it does', () => {
  for (const { method, path, operation } of operations) {
    assert.ok(operation.summary !== undefined, `${method} ${path} has no summary`);
  }
});
