import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCallCursor, writeCallCursor } from './call-cursor.ts';

test('what was written is read again', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
      fc.uuid(),
      (date, id) => {
        const cursor = { startedAt: date.toISOString(), id };
        assert.deepEqual(readCallCursor(writeCallCursor(cursor)), cursor);
      },
    ),
  );
});

test('anything else is null', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readCallCursor(text), null)));
});
