import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByDay } from './group-by-day.ts';

const entries = ['2026-11-21T06:30:00Z', '2026-11-21T05:30:00Z', '2026-11-20T12:00:00Z'].map((at) => ({
  at,
}));

test('a day is a day of the clinic, not of Greenwich', () => {
  const days = (zone: string) =>
    groupByDay(entries, zone).map(({ day, entries: list }) => [day, list.length]);
  assert.deepEqual(days('America/Chicago'), [
    ['2026-11-21', 1],
    ['2026-11-20', 2],
  ]);
  assert.deepEqual(days('Europe/Berlin'), [
    ['2026-11-21', 2],
    ['2026-11-20', 1],
  ]);
});

test('no entries, no days', () => assert.deepEqual(groupByDay([], 'Europe/Berlin'), []));
