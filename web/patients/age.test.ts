import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOn } from './age.ts';

for (const [birthDate, day, age] of [
  ['2016-02-28', '2026-11-21', 10],
  ['2016-11-21', '2026-11-21', 10],
  ['2016-11-22', '2026-11-21', 9],
  ['2020-02-29', '2026-02-28', 5],
  ['2020-02-29', '2026-03-01', 6],
  ['2026-11-21', '2026-11-21', 0],
] as const) {
  test(`born ${birthDate} is ${age} on ${day}`, () => assert.equal(ageOn(birthDate, day), age));
}
