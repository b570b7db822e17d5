import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstLanguage, ownTextOf, writtenOf } from './written-texts.ts';

const plain = { noNullPrototype: true };
const text = fc.string({ minLength: 1 });
const localized = fc.record({ en: text, de: text }, { ...plain, requiredKeys: [] });

test('a text that is shown and not changed stays the same', () => {
  const own = fc.oneof(
    fc.record({ text: localized }, plain),
    fc.record(
      { text: localized, subject: localized.filter((texts) => Object.keys(texts).length > 0) },
      plain,
    ),
  );
  fc.assert(fc.property(own, (content) => assert.deepEqual(ownTextOf(writtenOf(content)), content)));
});

test('the reader’s own language is shown first, unless only the other one is written', () => {
  const german = writtenOf({ text: { de: 'Hallo' } });
  assert.equal(firstLanguage(german, 'en'), 'de');
  assert.equal(firstLanguage(german, 'de'), 'de');
  assert.equal(firstLanguage(writtenOf({ text: {} }), 'en'), 'en');
});
