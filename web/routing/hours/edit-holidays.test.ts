import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addOwnDay,
  daysOff,
  isKept,
  keepHoliday,
  removeOwnDay,
  withCountry,
  withState,
} from './edit-holidays.ts';

test('a holiday is worked on and kept again, and nothing is left behind', () => {
  const german = { country: 'DE' };
  const works = keepHoliday(keepHoliday(german, '2026-12-25', false), '2026-05-01', false);
  assert.deepEqual(works, { country: 'DE', except: ['2026-05-01', '2026-12-25'] });
  assert.equal(isKept(works, '2026-05-01'), false);
  assert.deepEqual(keepHoliday(keepHoliday(works, '2026-05-01', true), '2026-12-25', true), german);
});

test('own days stand in the order of the year; a second on the same date takes the place of the first', () => {
  const own = addOwnDay(addOwnDay({}, { date: '2026-08-03', name: 'Trip' }), {
    date: '2026-02-16',
    name: 'Carnival',
  });
  assert.deepEqual(
    own.extra?.map(({ name }) => name),
    ['Carnival', 'Trip'],
  );
  const renamed = addOwnDay(own, { date: '2026-08-03', name: 'Works outing' });
  assert.equal(renamed.extra?.length, 2);
  assert.deepEqual(removeOwnDay(removeOwnDay(renamed, '2026-08-03'), '2026-02-16'), {});
  const listed = daysOff(own, [{ date: '2026-05-01' }], 2026).map(({ day }) => day.date);
  assert.deepEqual(listed, ['2026-02-16', '2026-05-01', '2026-08-03']);
  assert.deepEqual(daysOff(own, [], 2027), []);
});

test('another country takes no state and no exceptions along, but the own days', () => {
  const extra = [{ date: '2026-08-03', name: 'Trip' }];
  const bavaria = { country: 'DE', state: 'BY', except: ['2026-05-01'], extra };
  assert.deepEqual(withCountry(bavaria, 'US'), { country: 'US', extra });
  assert.deepEqual(withCountry(bavaria, null), { extra });
  assert.deepEqual(withState({ country: 'DE', state: 'BY' }, null), { country: 'DE' });
});
