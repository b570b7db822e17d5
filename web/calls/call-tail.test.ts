import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallListItem } from '../../src/calls/rules/call-views.ts';
import { heldBelow, withNewest } from './call-tail.ts';

const call = (id: string, minute: number, status = 'ended') =>
  ({ id, status, startedAt: `2026-11-21T10:0${minute}:00Z` }) as CallListItem;
const ids = (calls: readonly CallListItem[]) => calls.map(({ id, status }) => `${id} ${status}`);

const loaded = [call('c', 3, 'ringing'), call('b', 2), call('a', 1)];

test('new calls stand on top, and what changed shows as it is now', () => {
  const { calls, gap } = withNewest(loaded, [call('d', 4, 'ringing'), call('c', 3), call('b', 2)]);
  assert.deepEqual(ids(calls), ['d ringing', 'c ended', 'b ended', 'a ended']);
  assert.equal(gap, false);
});

test('nothing is lost or twice, whichever of the two was read last', () => {
  assert.deepEqual(ids(withNewest(loaded, []).calls), ids(loaded));
  assert.deepEqual(ids(withNewest([], loaded).calls), ids(loaded));
  assert.deepEqual(ids(withNewest(loaded, loaded).calls), ids(loaded));
});

test('when the newest do not reach the loaded ones, something between is missing', () => {
  assert.equal(withNewest(loaded, [call('z', 9), call('y', 8)]).gap, true);
  assert.equal(withNewest([], [call('z', 9)]).gap, false);
});

test('below the top nothing moves: new calls wait and are counted', () => {
  const { calls } = withNewest(loaded, [call('e', 5), call('d', 4), call('c', 3)]);
  const held = heldBelow(calls, loaded[0]!);
  assert.deepEqual(
    held.shown.map(({ id }) => id),
    ['c', 'b', 'a'],
  );
  assert.equal(held.waiting, 2);
  assert.equal(heldBelow(calls, null).waiting, 0);
});
