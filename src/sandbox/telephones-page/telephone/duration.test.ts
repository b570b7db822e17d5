import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText } from './duration.ts';

test('a clock with minutes and seconds, and hours where there are some', () => {
  assert.deepEqual([-5, 0, 65_999, 3_725_000].map(clockText), ['0:00', '0:00', '1:05', '1:02:05']);
});
