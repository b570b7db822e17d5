import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CallbackFate, callbackFate } from '../bad-day/callback-fate.ts';
import { manualClock } from '../clock.ts';
import { CallbackLane } from './callback-lane.ts';

async function sentFor(fates: readonly CallbackFate[]): Promise<number[]> {
  const clock = manualClock(0);
  const lane = new CallbackLane((ms) => clock.sleep(ms));
  const sent: number[] = [];
  const done = fates.map((fate, index) => lane.add(async () => void sent.push(index), fate));
  await clock.advance(10_000);
  await Promise.all(done);
  assert.ok(lane.idle);
  return sent;
}

describe('CallbackLane', () => {
  const table: readonly (readonly [readonly CallbackFate[], readonly number[]])[] = [
    [
      ['sent', 'sent', 'sent'],
      [0, 1, 2],
    ],
    [
      ['sent', 'lost', 'sent'],
      [0, 2],
    ],
    [
      ['sent', 'duplicated', 'sent'],
      [0, 1, 1, 2],
    ],
    [
      ['reordered', 'sent', 'sent'],
      [1, 0, 2],
    ],
    [
      ['sent', 'reordered'],
      [0, 1],
    ],
    [
      ['reordered', 'reordered', 'sent'],
      [1, 0, 2],
    ],
    [
      ['reordered', 'lost', 'sent'],
      [2, 0],
    ],
  ];
  for (const [fates, order] of table) {
    it(`${fates.join(', ')}: ${order.join(' ')}`, async () => assert.deepEqual(await sentFor(fates), order));
  }

  it('sends one after another: a slow server gets the next one only after its answer', async () => {
    const lane = new CallbackLane(() => Promise.resolve());
    const first = Promise.withResolvers<void>();
    const sent: string[] = [];
    const done = [
      lane.add(() => first.promise.then(() => void sent.push('first')), 'sent'),
      lane.add(async () => void sent.push('second'), 'sent'),
    ];
    first.resolve();
    await Promise.all(done);
    assert.deepEqual(sent, ['first', 'second']);
  });
});

describe('callbackFate', () => {
  const shares = { lostShare: 0.25, duplicatedShare: 0.25, reorderedShare: 0.25 };
  for (const [chance, fate] of [
    [0, 'lost'],
    [0.25, 'duplicated'],
    [0.5, 'reordered'],
    [0.75, 'sent'],
  ] as const) {
    it(`${chance} is ${fate}`, () => assert.equal(callbackFate(shares, chance), fate));
  }
  it('loses nothing on a good day', () => {
    assert.equal(callbackFate({ lostShare: 0, duplicatedShare: 0, reorderedShare: 0 }, 0), 'sent');
  });
});
