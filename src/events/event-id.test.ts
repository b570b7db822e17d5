import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { eventId } from './event-id.ts';

test('ids of the same instant have the order in which they were made', () => {
  const ids = Array.from({ length: 10_000 }, eventId);
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
  z.array(z.uuidv7()).parse(ids);
});
