import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCursor, writeCursor } from './voicemail-cursor.ts';

test('a cursor reads back what was written, to the nanosecond', () => {
  const nanoseconds = fc.bigInt({ min: 0n, max: 4_102_444_800_000_000_000n });
  fc.assert(
    fc.property(nanoseconds, fc.uuid(), fc.boolean(), (at, id, first) => {
      const receivedAt = Temporal.Instant.fromEpochNanoseconds(at);
      const cursor = readCursor(writeCursor({ first, receivedAt, id }));
      assert.ok(cursor !== null && cursor.receivedAt.equals(receivedAt));
      assert.deepEqual([cursor.id, cursor.first], [id, first]);
    }),
  );
});

test('anything else is no cursor', () => {
  const id = '01a2b3c4-0000-7000-8000-000000000000';
  const table = [
    '',
    'x',
    id,
    `2026-11-21T09:00:00Z_`,
    `2026-13-41T09:00:00Z_${id}`,
    `2026-11-21_${id}`,
    `' OR 1=1`,
  ];
  for (const text of table) assert.equal(readCursor(text), null, text);
});
