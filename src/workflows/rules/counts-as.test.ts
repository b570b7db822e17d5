import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedAs, countsAs, numbersOf } from './counts-as.ts';

test('what was done and what came back are counted once each, with the reason of what came to nothing', () => {
  assert.deepEqual(
    countsAs(
      [
        { step: 'wait', outcome: 'waiting', reason: null },
        { step: 'wait', outcome: 'done', reason: 'went-on-by-hand' },
        { step: 'sms', outcome: 'done', reason: null },
        { step: 'sms', outcome: 'failed', reason: 'no such number' },
        { step: 'sms', outcome: 'failed', reason: null },
        { step: 'split', outcome: 'chosen', reason: 'yes' },
        { step: null, outcome: 'exited', reason: 'replied' },
      ],
      [
        { fact: 'due' },
        { fact: 'message', key: 'one:sms:0.1', outcome: 'delivered', reason: null },
        { fact: 'message', key: 'one:sms:1.0', outcome: 'stopped', reason: null },
        { fact: 'call', key: 'one:call:0.0', outcome: 'confirmed', reason: null },
        { fact: 'call', key: 'of another form', outcome: 'confirmed', reason: null },
      ],
    ),
    [
      'wait entered',
      'wait done',
      'sms entered',
      'sms done',
      'sms failed',
      'sms failed no such number',
      'split entered',
      'split done',
      'sms delivered',
      'sms replied',
      'sms opted-out',
      'call answered',
      'call confirmed',
    ],
  );
});

test('sums are the numbers of their steps, the most frequent reason first', () => {
  const sums = [
    { counted: countedAs('sms', 'entered'), people: 9 },
    { counted: countedAs('sms', 'failed'), people: 5 },
    { counted: countedAs('sms', 'failed', 'blocked'), people: 2 },
    { counted: countedAs('sms', 'failed', 'no such number'), people: 3 },
    { counted: countedAs('wait', 'waiting'), people: 4 },
  ];
  const [sms, wait] = numbersOf(sums);
  assert.deepEqual(
    [sms?.step, sms?.counts.entered, sms?.counts.failed, sms?.counts.delivered],
    ['sms', 9, 5, 0],
  );
  assert.deepEqual(sms?.reasons, [
    { how: 'failed', reason: 'no such number', count: 3 },
    { how: 'failed', reason: 'blocked', count: 2 },
  ]);
  assert.deepEqual([wait?.step, wait?.counts.waiting, wait?.counts.entered], ['wait', 4, 0]);
});
