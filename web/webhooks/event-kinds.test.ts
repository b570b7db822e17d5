import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventKindNames } from '../../src/events/rules/event-kinds.ts';
import { kindGroups } from './event-kinds.ts';
import { webhooksEn } from './webhooks.en.ts';

test('every event can be chosen, and has words', () => {
  const known = [...eventKindNames].toSorted();
  assert.deepEqual(kindGroups.flatMap(({ kinds }) => kinds).toSorted(), known);
  assert.deepEqual(Object.keys(webhooksEn.kinds).toSorted(), known);
});
