import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCallSearch } from './call-search.ts';

test('what the log can show is kept, everything else in the address is left out', () => {
  assert.deepEqual(readCallSearch({ q: 'Laura', direction: 'inbound', outcome: 'missed', page: 7 }), {
    q: 'Laura',
    direction: 'inbound',
    outcome: 'missed',
  });
  assert.deepEqual(readCallSearch({ q: '', direction: 'sideways', outcome: null }), {});
});

test('a number in the address is a text to search for', () => {
  assert.deepEqual(readCallSearch({ q: 5550121 }), { q: '5550121' });
});
