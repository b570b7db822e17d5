import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';
import { byUrgency, waitsTooLong } from './live-call-order.ts';

const call = (id: string, status: LiveCall['status'], startedAt: string) =>
  ({ id, status, startedAt }) as LiveCall;

test('who needs somebody stands first, the longest there before the others', () => {
  const sorted = [
    call('talks', 'connected', '2026-11-21T10:00:00Z'),
    call('rings-late', 'ringing', '2026-11-21T10:02:00Z'),
    call('waits', 'waiting', '2026-11-21T09:00:00Z'),
    call('rings-early', 'ringing', '2026-11-21T10:01:00Z'),
  ].toSorted(byUrgency);
  assert.deepEqual(
    sorted.map(({ id }) => id),
    ['rings-early', 'rings-late', 'waits', 'talks'],
  );
});

test('a caller without a person turns red after a while, a conversation never does', () => {
  assert.equal(waitsTooLong({ status: 'waiting' }, 59), false);
  assert.equal(waitsTooLong({ status: 'waiting' }, 60), true);
  assert.equal(waitsTooLong({ status: 'connected' }, 7200), false);
});
