import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByteRange, type ByteRange } from './byte-range.ts';

test('readByteRange of 1000 bytes', () => {
  const table: [string | undefined, ByteRange | 'unsatisfiable' | null][] = [
    [undefined, null],
    ['bytes=0-', { start: 0, end: 999 }],
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=900-2000', { start: 900, end: 999 }],
    ['bytes=999-999', { start: 999, end: 999 }],
    ['bytes=-100', { start: 900, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=99999999999999999999-', 'unsatisfiable'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['seconds=0-1', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
    ['', null],
  ];
  for (const [header, range] of table) assert.deepEqual(readByteRange(header, 1000), range, String(header));
});

test('an empty body satisfies no range', () => {
  assert.equal(readByteRange('bytes=0-', 0), 'unsatisfiable');
  assert.equal(readByteRange('bytes=-1', 0), 'unsatisfiable');
});
