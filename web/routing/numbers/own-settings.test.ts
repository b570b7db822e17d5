import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { dropOwnSettings, giveOwnSettings } from './own-settings.ts';

const inner = {
  id: 'b',
  digit: '1',
  label: 'In',
  spoken: {},
  route: { type: 'voicemail', departmentId: null },
};
const outer = { id: 'a', digit: '1', label: 'Out', spoken: {}, route: { type: 'menu', options: [inner] } };
const document = {
  settings: { ringSeconds: 20, menu: [outer] },
  numbers: [],
  departments: [],
  staff: [],
} as unknown as RoutingDocument;

test('own settings begin as a copy, with options of their own', () => {
  let count = 0;
  const own = giveOwnSettings(document, '+1', () => `new ${(count += 1)}`);
  assert.deepEqual(own.numbers[0]?.settings, {
    ringSeconds: 20,
    menu: [{ ...outer, id: 'new 1', route: { type: 'menu', options: [{ ...inner, id: 'new 2' }] } }],
  });
  assert.deepEqual(dropOwnSettings(own, '+1'), document);
});
