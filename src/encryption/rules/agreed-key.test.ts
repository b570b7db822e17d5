import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreedKey, type KeyHolder } from './agreed-key.ts';

const holder = (wants: string, ...others: string[]): KeyHolder => ({
  wants,
  holds: [wants, ...others],
  seals: 'old',
});

const cases: { name: string; holders: KeyHolder[]; key: string }[] = [
  { name: 'nobody runs', holders: [], key: 'old' },
  { name: 'nobody wants another', holders: [holder('old'), holder('old', 'older')], key: 'old' },
  { name: 'all want the new one', holders: [holder('new', 'old'), holder('new', 'old')], key: 'new' },
  { name: 'one has not heard of it', holders: [holder('new', 'old'), holder('old')], key: 'old' },
  {
    name: 'one has it, and does not want it yet',
    holders: [holder('new', 'old'), holder('old', 'new')],
    key: 'old',
  },
  { name: 'one could not open what is there', holders: [holder('new', 'old'), holder('new')], key: 'old' },
  {
    name: 'two want different ones',
    holders: [holder('new', 'old'), holder('newer', 'new', 'old')],
    key: 'old',
  },
  { name: 'all want the former one back', holders: [holder('older', 'old')], key: 'older' },
];

for (const { name, holders, key } of cases)
  test(`${name}: ${key}`, () => assert.equal(agreedKey(holders, 'old'), key));
