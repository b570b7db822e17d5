import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD_DAY, isGoodDay, TERRIBLE_DAY, withCallee } from './bad-day-state.ts';

test('a day is good only when nothing at all is wrong', () => {
  assert.equal(isGoodDay(GOOD_DAY), true);
  assert.equal(isGoodDay(TERRIBLE_DAY), false);
  const bad = [
    withCallee(GOOD_DAY, '*', 'busy'),
    { ...GOOD_DAY, rest: { ...GOOD_DAY.rest, delayMs: 1 } },
    { ...GOOD_DAY, rest: { ...GOOD_DAY.rest, errorShare: 0.1 } },
    { ...GOOD_DAY, rest: { ...GOOD_DAY.rest, requestsPerSecond: 1 } },
    { ...GOOD_DAY, callbacks: { ...GOOD_DAY.callbacks, reorderedShare: 0.1 } },
    { ...GOOD_DAY, webhooks: { delayMs: 1 } },
    { ...GOOD_DAY, callsPerSecond: 1 },
  ];
  for (const day of bad) assert.equal(isGoodDay(day), false);
});

test('the outcome of one number is set and taken back without touching the others', () => {
  const busy = withCallee(withCallee(GOOD_DAY, '*', 'no-answer'), '+1312', 'busy');
  assert.deepEqual(busy.callees, { '*': 'no-answer', '+1312': 'busy' });
  assert.deepEqual(withCallee(busy, '+1312', null).callees, { '*': 'no-answer' });
});
