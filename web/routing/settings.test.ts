import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettingsView } from '../../src/routing/rules/routing-view.ts';
import { addSpan, changeSpan, isAlwaysOpen, removeSpan, weekdayName, weekdays } from './opening-days.ts';
import { readSettingsFaults, settingsFaults } from './settings-faults.ts';

const settings: SettingsView = {
  aiEnabled: false,
  menuEnabled: true,
  greeting: {},
  menuTimeoutSeconds: 5,
  menuRepeats: 2,
  ringSeconds: 20,
  maxWaitSeconds: 120,
  voicemailEnabled: true,
  voicemailMessage: {},
  voicemailEmail: null,
  voicemailRetentionDays: 365,
  businessHours: {},
  holidays: {},
  afterHours: 'voicemail',
  afterHoursMessage: {},
  afterHoursNumber: null,
};

test('hours are added, changed and taken out; a day without any is left out', () => {
  const morning = addSpan({}, '1');
  assert.deepEqual(morning, { '1': [['08:00', '17:00']] });
  const two = addSpan(changeSpan(morning, '1', 0, ['08:00', '12:00']), '1');
  assert.deepEqual(two['1'], [
    ['08:00', '12:00'],
    ['12:00', '18:00'],
  ]);
  assert.deepEqual(removeSpan(removeSpan(two, '1', 0), '1', 0), {});
  assert.equal(isAlwaysOpen({}), true);
  assert.equal(isAlwaysOpen(two), false);
});

test('the week begins on Monday, in both languages', () => {
  assert.deepEqual(
    weekdays.map((day) => weekdayName(day, 'de')),
    ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  );
  assert.equal(weekdayName('7', 'en'), 'Sunday');
});

test('what is wrong is found by its setting', () => {
  assert.deepEqual(settingsFaults(settings), []);
  assert.deepEqual(settingsFaults({ ...settings, afterHours: 'external' }), ['afterHoursNumber']);
  assert.deepEqual(
    settingsFaults({ ...settings, voicemailEmail: 'nobody', businessHours: { '2': [['', '12:00']] } }),
    ['voicemailEmail', 'businessHours'],
  );
  assert.deepEqual(
    readSettingsFaults(settings, 'body/ringSeconds: Too big; holidays/state: this country has no such state'),
    ['ringSeconds', 'holidays'],
  );
  assert.deepEqual(readSettingsFaults(settings, ''), []);
});
