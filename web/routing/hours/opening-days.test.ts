import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addSpan,
  changeSpan,
  copyToWeekdays,
  isAlwaysOpen,
  removeSpan,
  runsPastMidnight,
  weekdayName,
  weekdays,
} from './opening-days.ts';

test('hours are added, changed and taken out; a day without any is left out', () => {
  const morning = addSpan({}, '1');
  assert.deepEqual(morning, { '1': [['08:00', '17:00']] });
  const two = addSpan(changeSpan(morning, '1', 0, ['08:00', '12:00']), '1');
  assert.deepEqual(two['1'], [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ]);
  assert.deepEqual(removeSpan(removeSpan(two, '1', 0), '1', 0), {});
  assert.equal(isAlwaysOpen({}), true);
  assert.equal(isAlwaysOpen(two), false);
});

test('the hours of a day are copied to Monday to Friday, and to no weekend', () => {
  const copied = copyToWeekdays(
    { '2': [['09:00', '13:00']], '5': [['08:00', '12:00']], '6': [['10:00', '12:00']] },
    '2',
  );
  assert.deepEqual(Object.keys(copied), ['1', '2', '3', '4', '5', '6']);
  assert.deepEqual(copied['5'], [['09:00', '13:00']]);
  assert.deepEqual(copied['6'], [['10:00', '12:00']]);
  assert.deepEqual(copyToWeekdays({ '1': [['08:00', '12:00']] }, '3'), {});
});

test('hours past midnight are noticed', () => {
  assert.equal(runsPastMidnight(['20:00', '02:00']), true);
  assert.equal(runsPastMidnight(['08:00', '17:00']), false);
  assert.equal(runsPastMidnight(['', '17:00']), false);
});

test('the week begins on Monday, in both languages', () => {
  assert.deepEqual(
    weekdays.map((day) => weekdayName(day, 'de')),
    ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  );
  assert.equal(weekdayName('7', 'en'), 'Sunday');
});
