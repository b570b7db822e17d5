import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from './duration.ts';

for (const [seconds, text] of [
  [0, '0:00'],
  [9.9, '0:09'],
  [65, '1:05'],
  [3599, '59:59'],
  [3725, '1:02:05'],
  [-4, '0:00'],
] as const) {
  test(`${seconds} s is shown as ${text}`, () => assert.equal(formatDuration(seconds), text));
}
