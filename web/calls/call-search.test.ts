import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCallSearch, sameSearch } from './call-search.ts';

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

test('days and ids are kept when they are such', () => {
  const id = '01a1feb9-c308-7587-ac82-5cb0787ecc0e';
  const search = { from: '2026-11-01', to: '2026-11-30', staffId: id, departmentId: id, personId: id };
  assert.deepEqual(readCallSearch(search), search);
  assert.deepEqual(readCallSearch({ from: '2026-13-01', to: 'today', staffId: 'me', personId: 7 }), {});
});

test('two searches are the same in whatever order they are written', () => {
  assert.equal(sameSearch({ q: 'a', outcome: 'missed' }, { outcome: 'missed', q: 'a' }), true);
  assert.equal(sameSearch({ q: 'a' }, {}), false);
});
