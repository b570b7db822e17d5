import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKey, type KeyPress } from './read-key.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  command: false,
  other: false,
  elsewhere: false,
  ...more,
});

const cases: [string, KeyPress, boolean, boolean, unknown][] = [
  ['Ctrl K searches', press('k', { command: true }), false, true, { ask: 'search' }],
  ['also while typing', press('K', { command: true, elsewhere: true }), false, true, { ask: 'search' }],
  ['also with single keys off', press('k', { command: true }), false, false, { ask: 'search' }],
  ['Ctrl Alt K is something else', press('k', { command: true, other: true }), false, true, null],
  ['? lists the keys', press('?'), false, true, { ask: 'list' }],
  ['/ goes to the search of the page', press('/'), false, true, { ask: 'find-on-page' }],
  ['a letter alone does nothing', press('c'), false, true, null],
  ['g waits for a letter', press('g'), false, true, { ask: 'prefix' }],
  ['g c goes to a page', press('c'), true, true, { ask: 'go', key: 'c' }],
  ['g g too', press('g'), true, true, { ask: 'go', key: 'g' }],
  ['typing is left alone', press('?', { elsewhere: true }), false, true, null],
  ['single keys can be switched off', press('?'), false, false, null],
  ['Ctrl C is the browser’s', press('c', { command: true }), true, true, null],
];

for (const [name, key, after, singles, expected] of cases)
  test(name, () => assert.deepEqual(readKey(key, after, singles), expected));
