import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconnectPause } from './reconnect-pause.ts';

test('pauses double and stop growing', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 20, 2000].map((failures) => reconnectPause(failures, 0)),
    [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000],
  );
});

test('chance spreads them by a fifth at most', () => {
  assert.equal(reconnectPause(2, 1), 1200);
});
