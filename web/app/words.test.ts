import assert from 'node:assert/strict';
import { test } from 'node:test';
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

const english = new Map(flat(wordsEn));
const german = new Map(flat(wordsDe));

test('both languages say the same things', () => {
  assert.deepEqual([...german.keys()].sort(), [...english.keys()].sort());
});

test('both languages have the same names in the same sentences', () => {
  for (const [key, text] of english) assert.deepEqual(places(german.get(key) ?? ''), places(text), key);
});

test('nothing is said with empty words or with English left in the German', () => {
  const same = new Set(['Frontdesk', 'Softphone', 'System', 'VIP', 'Team', 'Offline', 'Parameter', 'Person']);
  for (const [key, text] of english) {
    const other = german.get(key) ?? '';
    assert.notEqual(other.trim(), '', key);
    if (!same.has(other)) assert.notEqual(other, text, key);
  }
});
