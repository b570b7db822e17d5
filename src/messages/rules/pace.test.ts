import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { takeFromPace, type Pace } from './pace.ts';

const start = Temporal.Instant.from('2026-11-18T16:00:00Z');

test('whoever asks, in whatever portions, no minute has more than the pace and one burst', () => {
  const portions = fc.array(fc.record({ wanted: fc.integer({ min: 1, max: 50 }), afterMs: fc.nat(20_000) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(portions, fc.integer({ min: 1, max: 600 }), (asked, perMinute) => {
      let pace: Pace = { perMinute, dailyCap: null, freeAt: null, sentToday: 0 };
      let now = start;
      const left: number[] = [];
      for (const { wanted, afterMs } of asked) {
        now = now.add({ milliseconds: afterMs });
        const { slots, ...after } = takeFromPace(pace, wanted, now);
        for (const slot of slots) {
          assert.ok(slot !== null && Temporal.Instant.compare(slot, now) >= 0);
          left.push(slot.epochMilliseconds);
        }
        pace = { ...pace, ...after };
      }
      const burst = Math.max(1, perMinute / 6);
      for (const at of left) {
        const inMinute = left.filter((other) => other >= at && other < at + 60_000).length;
        assert.ok(inMinute <= perMinute + burst + 1, `${inMinute} in a minute at ${perMinute}`);
      }
    }),
  );
});

test('what is over the cap of the day has no moment today', () => {
  const { slots, sentToday } = takeFromPace(
    { perMinute: 60, dailyCap: 25, freeAt: null, sentToday: 22 },
    5,
    start,
  );
  assert.deepEqual(
    slots.map((slot) => slot !== null),
    [true, true, true, false, false],
  );
  assert.equal(sentToday, 25);
});
