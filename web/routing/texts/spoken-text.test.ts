import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacksKey, onKey, withText } from './spoken-text.ts';

test('a text is set, and left out when it is empty', () => {
  assert.deepEqual(withText({ de: 'Hallo' }, 'en', 'Hello'), { de: 'Hallo', en: 'Hello' });
  assert.deepEqual(withText({ de: 'Hallo', en: 'Hello' }, 'en', ' '), { de: 'Hallo' });
});

test('an option on another key says that key', () => {
  const item = {
    id: 'a',
    digit: '1',
    label: 'Billing',
    spoken: { en: 'For billing of 2017 bills, press 1.', de: 'Für die Abrechnung drücken Sie die 1.' },
    emergency: false,
    route: { type: 'voicemail', departmentId: null },
  } as const;
  assert.deepEqual(onKey(item, '4').spoken, {
    en: 'For billing of 2017 bills, press 4.',
    de: 'Für die Abrechnung drücken Sie die 4.',
  });
  assert.deepEqual(onKey(onKey(item, '*'), '1'), item);
});

test('a text that does not say its key is noticed', () => {
  assert.equal(lacksKey('For billing, press 1.', '4'), true);
  assert.equal(lacksKey('For billing, press 4.', '4'), false);
  assert.equal(lacksKey(undefined, '4'), false);
  assert.equal(lacksKey('Press star.', '*'), false);
});
