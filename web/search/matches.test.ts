import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matches } from './matches.ts';

const cases: [string, string, boolean][] = [
  ['', 'Routing', true],
  ['rou', 'Routing', true],
  ['out', 'Routing', false],
  ['konto ein', 'Einstellungen: Mein Konto', true],
  ['verfug', 'Nicht verfügbar sein', true],
  ['VERFÜG', 'Nicht verfügbar sein', true],
  ['konto xx', 'Mein Konto', false],
];

for (const [typed, label, expected] of cases)
  test(`“${typed}” ${expected ? 'finds' : 'does not find'} “${label}”`, () =>
    assert.equal(matches(typed, label), expected));
