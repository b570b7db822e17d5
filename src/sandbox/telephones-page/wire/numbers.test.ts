import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfNumber, numberToCall } from './numbers.query.ts';

const lakeside = { phoneNumber: '+13125550100', friendlyName: 'Lakeside Dental' };
const harbor = { phoneNumber: '+12065550100', friendlyName: '(206) 555-0100' };
const spree = { phoneNumber: '+4930555100', friendlyName: 'Praxis an der Spree' };

test('one calls the own clinic, else the one whose number is most like the own', () => {
  const to = (number: string, clinic: string | null) =>
    numberToCall({ number, clinic }, [lakeside, harbor, spree]);
  assert.equal(to('+13125550101', 'Praxis an der Spree'), spree.phoneNumber);
  assert.equal(to('+493055501', null), spree.phoneNumber);
  assert.equal(to('+12065550199', 'Named nowhere'), harbor.phoneNumber);
  assert.equal(to('+13125550199', 'Named nowhere'), lakeside.phoneNumber);
  assert.equal(numberToCall({ number: '+13125550101', clinic: null }, []), '');
});

test('a number that is called by its own digits has no name', () => {
  const name = (number: string) => nameOfNumber(number, [lakeside, harbor]);
  assert.deepEqual(['+13125550100', '+12065550100', '+19995550100'].map(name), [
    'Lakeside Dental',
    null,
    null,
  ]);
});
