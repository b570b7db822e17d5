import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactRules } from '../../src/consent/rules/contact-rules.ts';
import { consentDe } from './consent.de.ts';
import { consentEn } from './consent.en.ts';

test('every rule has one name, words in both languages, and a source that was read after it began', () => {
  const ids = contactRules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, since, until, source, checked } of contactRules) {
    for (const words of [consentEn, consentDe]) assert.ok(Object.hasOwn(words.ruleWords, id), id);
    assert.ok(source !== '' && (until === undefined || until >= since), id);
    // A rule may be entered before it holds; it is read again when it does.
    if (checked !== undefined)
      assert.ok(Temporal.PlainDate.from(checked.on) && checked.at.startsWith('https://'), id);
  }
});
