import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DialTexts, typed } from './dial-text.ts';

const NUMBER = '+13125550101';
const keys = (texts: DialTexts, ...pressed: string[]): string | undefined =>
  pressed.reduce((before, key) => typed(before, { number: NUMBER, key }), texts)[NUMBER];

test('keys are written one after the other, and Backspace takes the last one away', () => {
  assert.equal(keys({}, '+', '4', '9', '5', 'Backspace', '3'), '+493');
  assert.equal(keys({}, 'Backspace'), '');
});

test('other telephones keep what was typed into them', () => {
  const texts = typed({ other: '12' }, { number: NUMBER, key: '3' });
  assert.deepEqual(texts, { other: '12', [NUMBER]: '3' });
  assert.deepEqual(typed(texts, { number: NUMBER, clear: true }), { other: '12' });
});
