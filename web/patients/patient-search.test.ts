import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNarrowed, readPatientSearch } from './patient-search.ts';

test('what is asked for is read, what is not known is left out', () => {
  assert.deepEqual(
    readPatientSearch({ q: ' Müller ', sort: 'balance', language: 'de', tag: 'recall', minors: true, x: 1 }),
    { q: 'Müller', sort: 'balance', language: 'de', tag: 'recall', minors: true },
  );
  assert.deepEqual(
    readPatientSearch({ q: '', sort: 'shoe size', language: 'fr', vip: 'yes', away: false }),
    {},
  );
});

test('digits stay text', () => assert.deepEqual(readPatientSearch({ q: 3023125021 }), { q: '3023125021' }));

test('the usual order is not written down', () => assert.deepEqual(readPatientSearch({ sort: 'name' }), {}));

test('an order leaves nobody out, a filter does', () => {
  assert.equal(isNarrowed({ sort: 'balance' }), false);
  assert.equal(isNarrowed({ sort: 'balance', vip: true }), true);
});
