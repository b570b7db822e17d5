import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MenuItem } from '../../src/routing/rules/routing-view.ts';
import { addOption, changeOption, menuAfterKeys, menuAt, moveOption, removeOption } from './edit-menu.ts';
import { menuFaults, readMenuFaults } from './menu-faults.ts';

const option = (
  digit: string,
  route: MenuItem['route'] = { type: 'voicemail', departmentId: null },
): MenuItem => ({
  digit,
  label: `Option ${digit}`,
  spoken: {},
  route,
});
const menu = [
  option('1'),
  option('2', { type: 'menu', options: [option('5'), option('6'), option('7')] }),
  option('3'),
];
const digits = (items: MenuItem[]): string => items.map(({ digit }) => digit).join('');

test('an option is changed, moved, removed and added where it stands', () => {
  assert.equal(digits(menuAt(changeOption(menu, [1, 0], option('9')), [1])), '967');
  assert.equal(digits(menuAt(moveOption(menu, [1, 2], -1), [1])), '576');
  assert.equal(digits(menuAt(removeOption(menu, [1, 1]), [1])), '57');
  assert.equal(digits(menuAt(addOption(menu, [1]), [1])), '5671');
  assert.equal(digits(addOption(menu, [])), '1234');
  assert.equal(digits(menu), '123', 'the menu itself is left alone');
});

test('moving there and back changes nothing, and at the ends nothing moves', () => {
  const parents = fc.constantFrom<number[][]>([], [1]);
  const by = fc.constantFrom<(-1 | 1)[]>(-1, 1);
  fc.assert(
    fc.property(parents, fc.nat({ max: 2 }), by, (parent, index, step) => {
      const moved = moveOption(menu, [...parent, index], step);
      const target = index + step;
      if (target < 0 || target > 2) return assert.deepEqual(moved, menu);
      assert.deepEqual(menuAt(moved, parent)[target], menuAt(menu, parent)[index]);
      assert.deepEqual(moveOption(moved, [...parent, target], step === 1 ? -1 : 1), menu);
    }),
  );
});

test('pressed keys lead into a menu, or out of it', () => {
  assert.equal(digits(menuAfterKeys(menu, '')), '123');
  assert.equal(digits(menuAfterKeys(menu, '2')), '567');
  assert.equal(digits(menuAfterKeys(menu, '26')), '');
  assert.equal(digits(menuAfterKeys(menu, '8')), '');
});

test('what is wrong is found at its option', () => {
  assert.deepEqual(menuFaults(menu), {});
  const wrong = [
    option('1'),
    option('1'),
    { ...option('2'), label: ' ' },
    option('3', { type: 'external', number: '555' }),
    option('4', { type: 'menu', options: [] }),
    option('5', { type: 'menu', options: [option('1'), option('1')] }),
  ];
  assert.deepEqual(menuFaults(wrong), {
    '1': 'key-taken',
    '2': 'label-missing',
    '3': 'number-wrong',
    '4': 'options-missing',
    '5/1': 'key-taken',
  });
});

test('what the server finds is shown at its option', () => {
  const detail =
    'menu 26: no such department in this clinic; menu 3: this key is taken; menu 99: this key is taken';
  assert.deepEqual(readMenuFaults(menu, detail), { '1/1': 'target-gone', '2': 'key-taken' });
  assert.deepEqual(readMenuFaults(menu, 'body/menu: too many'), {});
});
