import assert from 'node:assert/strict';
import test from 'node:test';
import { dialledNumber } from './dialled-number.ts';

for (const [dialled, own, expected] of [
  ['+13125550100', '+4930123456', '+13125550100'],
  ['(312) 555-0100', '+13125550101', '+13125550100'],
  ['030 23125000', '+493012345678', '+493023125000'],
  ['0049 30 23125000', '+493012345678', '+493023125000'],
  ['110', '+493012345678', '110'],
  ['', '+13125550101', ''],
] as const) {
  test(`"${dialled}" dialled at ${own} is ${expected === '' ? 'nothing' : expected}`, () => {
    assert.equal(dialledNumber(dialled, own), expected);
  });
}
