import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instantAt, wallTime } from './clinic-time.ts';

const zones = ['America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

test('a time of the clinic becomes an instant, in winter and in summer', () => {
  assert.equal(instantAt('2026-11-21T14:05', 'America/Chicago'), '2026-11-21T20:05:00.000Z');
  assert.equal(instantAt('2026-07-01T00:30', 'Europe/Berlin'), '2026-06-30T22:30:00.000Z');
  assert.equal(wallTime(Date.parse('2026-11-21T20:05:00Z'), 'America/Chicago'), '2026-11-21T14:05');
});

test('every minute is found again by what the clock shows then', () => {
  const minute = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((date) => Math.floor(date.getTime() / 60_000) * 60_000);
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
      const wall = wallTime(at, zone);
      const found = instantAt(wall, zone);
      assert.ok(found !== null);
      assert.equal(wallTime(Date.parse(found), zone), wall);
    }),
  );
});

test('what is no time is none', () => {
  for (const text of ['', '2026-11-21', 'now', '2026-13-40T99:00'])
    assert.equal(instantAt(text, 'UTC'), null);
});
