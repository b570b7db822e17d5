import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holidayCalendars, holidayCalendarsSchema, holidayListSchema, listHolidays } from './holidays.ts';

const on = (country: string, state: string | undefined, date: string) =>
  listHolidays(country, state, Number(date.slice(0, 4)))?.holidays.find((holiday) => holiday.date === date);

test('countries and states have names in both languages', () => {
  const { countries } = holidayCalendarsSchema.parse(holidayCalendars());
  const germany = countries.find(({ code }) => code === 'DE');
  assert.deepEqual(germany?.names, { en: 'Germany', de: 'Deutschland' });
  assert.ok(germany.states.some(({ code }) => code === 'BY'));
});

test('holidays of a state, named in both languages', () => {
  assert.deepEqual(on('DE', 'BY', '2026-01-06')?.names, { en: 'Epiphany', de: 'Heilige Drei Könige' });
  assert.equal(on('DE', 'BE', '2026-01-06'), undefined);
  assert.equal(on('US', 'IL', '2026-11-26')?.names.en, 'Thanksgiving Day');
});

test('a holiday of several days has an entry for each', () => {
  assert.deepEqual(
    ['2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'].map(
      (date) => on('TR', undefined, date)?.names.de,
    ),
    [undefined, 'Zuckerfest', 'Zuckerfest', undefined],
  );
});

test('there is nothing for a country or state that is not known', () => {
  assert.deepEqual([listHolidays('XX', undefined, 2026), listHolidays('DE', 'XX', 2026)], [null, null]);
});

test('every calendar can be read', () => {
  for (const { code } of holidayCalendars().countries)
    holidayListSchema.parse(listHolidays(code, undefined, 2026));
});
