import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, clockOf, instantOf } from './zoned-time.ts';

test('a clock’s time is an instant, on both sides of a change of the clocks', () => {
  const cases = [
    ['2026-11-21', '09:00', 'America/Chicago', '2026-11-21T15:00:00.000Z'],
    ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-03-29', '00:00', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '04:00', 'Europe/Berlin', '2026-03-29T02:00:00.000Z'],
    ['2026-11-01', '08:00', 'America/Chicago', '2026-11-01T14:00:00.000Z'],
  ] as const;
  for (const [day, time, zone, expected] of cases) {
    assert.equal(instantOf(day, time, zone), expected);
    assert.equal(clockOf(expected, zone), time);
  }
});

test('the day after', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2026-03-28', 1), '2026-03-29');
});
