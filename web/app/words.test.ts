import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageWords } from './page-words.ts';
import { wordsDe } from './words.de.ts';
import { wordsEn } from './words.en.ts';

const flat = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value as object, `${path}${key}.`),
  );
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** All words of a language: what every page has, and what comes with single ones. */
const all = async (language: 'en' | 'de', core: object): Promise<Map<string, string>> => {
  const pages = await Promise.all(
    Object.entries(pageWords).map(async ([name, load]) => [name, await load[language]()] as const),
  );
  return new Map(flat({ ...core, ...Object.fromEntries(pages) }));
};

const english = await all('en', wordsEn);
const german = await all('de', wordsDe);

test('both languages say the same things', () => {
  assert.deepEqual([...german.keys()].sort(), [...english.keys()].sort());
});

test('both languages have the same names in the same sentences', () => {
  for (const [key, text] of english) assert.deepEqual(places(german.get(key) ?? ''), places(text), key);
});

test('nothing is said with empty words or with English left in the German', () => {
  const same = new Set([
    'Frontdesk',
    'Installation',
    'Softphone',
    'System',
    'VIP',
    'Version',
    'Team',
    'Offline',
    'Parameter',
    'Patient',
    'Person',
    'Patient',
    'Name',
    'Orange',
    'SMS',
    'Webhooks',
    'Retention',
    '{{count}} SMS',
    'VIPs',
    'Plan',
    'Version {{number}}',
    'Text',
    'Text ({{language}})',
  ]);
  for (const [key, text] of english) {
    // Names and numbers with nothing but signs between them read the same.
    if (!/\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''))) continue;
    const other = german.get(key) ?? '';
    assert.notEqual(other.trim(), '', key);
    if (!same.has(other)) assert.notEqual(other, text, key);
  }
});
