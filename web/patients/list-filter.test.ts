import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientFilterSchema } from '../../src/patients/rules/patient-filter.ts';
import { listFilter } from './list-filter.ts';
import { switches } from './patient-search.ts';

/** As the address carries it: everything is text. */
const asText = (query: object) =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

test('the server takes every chip, and each of them narrows something', () => {
  for (const name of switches) {
    const filter = patientFilterSchema.parse(asText(listFilter({ [name]: true }, '2026-12-28')));
    assert.notDeepEqual(filter, patientFilterSchema.parse({}), name);
  }
});

test('a week of birthdays runs over the new year', () => {
  const filter = listFilter({ birthday: true }, '2026-12-28');
  assert.deepEqual([filter['birthdayFrom'], filter['birthdayTo']], ['12-28', '01-04']);
});

test('a year before a leap day is a day that exists', () => {
  assert.equal(listFilter({ away: true }, '2028-02-29')['noAppointmentSince'], '2027-02-28');
  assert.equal(listFilter({ away: true }, '2026-11-21')['noAppointmentSince'], '2025-11-21');
});
