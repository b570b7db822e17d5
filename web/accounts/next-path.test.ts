import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNextPath } from './next-path.ts';

test('a path of our own is kept', () => {
  assert.deepEqual(readNextPath({ next: '/clinics/1/calls?q=laura' }), { next: '/clinics/1/calls?q=laura' });
});

for (const next of [
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'now',
  '',
  7,
  null,
]) {
  test(`${JSON.stringify(next)} leads nowhere`, () => assert.deepEqual(readNextPath({ next }), {}));
}
