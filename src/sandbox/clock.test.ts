import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manualClock, realClock, scaledClock } from './clock.ts';

describe('manualClock', () => {
  it('wakes sleepers in the order of their times, each at its own', async () => {
    const clock = manualClock(1000);
    const woken: [string, number][] = [];
    const sleeper = (name: string, ms: number) => clock.sleep(ms).then(() => woken.push([name, clock.now()]));
    const all = [sleeper('late', 300), sleeper('soon', 100), sleeper('never', 5000)];
    await clock.advance(400);
    await Promise.all(all.slice(0, 2));
    assert.deepEqual(woken, [
      ['soon', 1100],
      ['late', 1300],
    ]);
    assert.equal(clock.now(), 1400);
  });

  it('wakes what falls asleep again meanwhile', async () => {
    const clock = manualClock(0);
    let naps = 0;
    const napping = (async () => {
      for (; naps < 3; naps += 1) await clock.sleep(10);
    })();
    await clock.advance(30);
    await napping;
    assert.equal(naps, 3);
  });
});

for (const [name, clock] of [
  ['realClock', realClock],
  ['scaledClock', scaledClock(10)],
  ['manualClock', manualClock(0)],
] as const) {
  it(`${name}: an aborted sleep rejects with the reason`, async () => {
    const reason = new Error('The caller hung up.');
    const control = new AbortController();
    const asleep = clock.sleep(60_000, control.signal);
    control.abort(reason);
    await assert.rejects(asleep, reason);
    await assert.rejects(clock.sleep(60_000, AbortSignal.abort(reason)), reason);
  });
}
