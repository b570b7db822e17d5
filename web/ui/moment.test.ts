import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar, calendarDay, dayOf, relative } from './moment.ts';

const now = Date.parse('2026-11-21T14:00:00Z') / 1000;
// The spaces that CLDR puts before AM and PM differ between versions.
const plain = (text: string): string => text.replaceAll(/[\u202F\u00A0]/g, ' ');

for (const [at, language, zone, text] of [
  ['2026-11-21T13:59:50Z', 'en', 'America/Chicago', 'now'],
  ['2026-11-21T13:55:00Z', 'en', 'America/Chicago', '5 min. ago'],
  ['2026-11-21T13:55:00Z', 'de', 'Europe/Berlin', 'vor 5 Min.'],
  ['2026-11-21T09:05:00Z', 'de', 'Europe/Berlin', '10:05'],
  ['2026-11-21T09:05:00Z', 'en', 'America/Chicago', '3:05 AM'],
  ['2026-11-21T05:30:00Z', 'en', 'America/Chicago', 'Yesterday, 11:30 PM'],
  ['2026-11-20T09:05:00Z', 'de', 'Europe/Berlin', 'Gestern, 10:05'],
  ['2026-11-03T15:05:00Z', 'en', 'America/Chicago', 'Tue, Nov 3, 9:05 AM'],
  ['2025-11-03T15:05:00Z', 'en', 'America/Chicago', 'Mon, Nov 3, 2025, 9:05 AM'],
] as const) {
  test(`${at} is “${text}” in ${zone}`, () => assert.equal(plain(relative(at, now, language, zone)), text));
}

test('a day ends at midnight of the clinic, not of the computer', () => {
  assert.equal(dayOf(Date.parse('2026-11-21T05:30:00Z'), 'America/Chicago'), '2026-11-20');
  assert.equal(dayOf(Date.parse('2026-11-21T05:30:00Z'), 'Europe/Berlin'), '2026-11-21');
});

test('an appointment has its day before the time, even today', () => {
  assert.equal(plain(calendar('2026-11-21T20:15:00Z', now, 'en', 'America/Chicago')), 'Today, 2:15 PM');
  assert.equal(plain(calendar('2026-11-22T08:00:00Z', now, 'de', 'Europe/Berlin')), 'Morgen, 09:00');
  assert.equal(plain(calendar('2026-11-24T08:00:00Z', now, 'de', 'Europe/Berlin')), 'Di., 24. Nov., 09:00');
});

test('a day has its own words: near ones by name, far ones with their year', () => {
  const day = (at: string, language: string): string => calendarDay(at, now, language, 'Europe/Berlin');
  assert.equal(day('2026-11-21T20:15:00Z', 'en'), 'Today');
  assert.equal(day('2026-11-20T20:15:00Z', 'de'), 'Gestern');
  assert.equal(day('2026-11-03T15:05:00Z', 'en'), 'Tuesday, November 3');
  assert.equal(day('2025-11-03T15:05:00Z', 'de'), 'Montag, 3. November 2025');
});
