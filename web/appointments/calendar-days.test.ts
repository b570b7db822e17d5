import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isWeekend, mondayOf, weekOf } from './calendar-days.ts';
import { readCalendarSearch } from './calendar-search.ts';

test('weeks begin on Monday, across the turn of the year and of the clocks', () => {
  assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  assert.equal(mondayOf('2026-11-23'), '2026-11-23');
  assert.deepEqual(
    weekOf('2027-01-01').map((day) => day.slice(5)),
    ['12-28', '12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
  );
  assert.equal(addDays('2026-03-07', 2), '2026-03-09');
  assert.deepEqual(['2026-11-20', '2026-11-21', '2026-11-22'].map(isWeekend), [false, true, true]);
});

test('only what the calendar knows is taken from the address', () => {
  const appointment = '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e5';
  assert.deepEqual(readCalendarSearch({ day: '2026-11-21', view: 'week', appointment, for: appointment }), {
    day: '2026-11-21',
    view: 'week',
    appointment,
    for: appointment,
  });
  assert.deepEqual(readCalendarSearch({ day: '2026-02-31', view: 'year', practitioner: 'x' }), {});
});
