import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deepestMenu as deepestKept, type MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import {
  addOption,
  changeOption,
  countOptions,
  deepestMenu,
  directions,
  findOption,
  mayMove,
  menuAfterKeys,
  menuOf,
  moveOption,
  optionsOf,
  placeTowards,
  removeOption,
} from './edit-menu.ts';

const leaf = { type: 'voicemail', departmentId: null } as const;
const option = (id: string, digit: string, route: MenuEntry['route'] = leaf): MenuEntry => ({
  id,
  digit,
  label: `Option ${id}`,
  spoken: {},
  emergency: false,
  route,
});
const sub = (...options: MenuEntry[]): MenuEntry['route'] => ({ type: 'menu', options });
const menu = [
  option('a', '1'),
  option('b', '2', sub(option('x', '1'), option('y', '6'), option('z', '7'))),
  option('c', '3'),
];
const ids = (items: MenuEntry[]): string => items.map(({ id }) => id).join('');

test('the editor knows how deep the server lets a menu be', () => {
  assert.equal(deepestMenu, deepestKept);
});

test('an option is changed, removed and added where it stands', () => {
  assert.equal(menuOf(changeOption(menu, option('x', '9')), 'b')[0]?.digit, '9');
  assert.equal(ids(menuOf(removeOption(menu, 'y'), 'b')), 'xz');
  const added = menuOf(addOption(menu, 'b', 'new'), 'b');
  assert.equal(ids(added), 'xyznew');
  assert.equal(added.at(-1)?.digit, '2', 'the first free key');
  assert.equal(ids(menu), 'abc', 'the menu itself is left alone');
});

test('a step leads past the neighbour, into the sub-menu beside it, and out behind its own menu', () => {
  const step = (id: string, direction: (typeof directions)[number]): MenuEntry[] =>
    moveOption(menu, id, placeTowards(menu, id, direction)!);
  assert.equal(ids(step('c', 'up')), 'acb');
  assert.equal(ids(step('a', 'down')), 'bac');
  assert.equal(ids(menuOf(step('c', 'in'), 'b')), 'xyzc');
  assert.equal(ids(menuOf(step('a', 'in'), 'b')), 'xyza');
  assert.equal(ids(step('y', 'out')), 'abyc');
  assert.equal(placeTowards(menu, 'a', 'up'), null);
  assert.equal(placeTowards(menu, 'c', 'down'), null);
  assert.equal(placeTowards(menu, 'x', 'in'), null);
  assert.equal(placeTowards(menu, 'a', 'out'), null);
});

test('in another menu a taken key gives way to a free one, and the text says it', () => {
  const spoken = { en: 'For bills, press 1.' };
  const talking = menu.with(0, { ...option('a', '1'), spoken });
  const moved = findOption(moveOption(talking, 'a', { parentId: 'b', index: 0 }), 'a')!.entry;
  assert.equal(moved.digit, '2');
  assert.equal(moved.spoken.en, 'For bills, press 2.');
  assert.equal(findOption(moveOption(menu, 'c', { parentId: 'b', index: 0 }), 'c')?.entry.digit, '3');
});

test('nothing moves into itself, below its own options, or deeper than callers follow', () => {
  assert.equal(mayMove(menu, 'b', 'b'), false);
  assert.equal(mayMove(menu, 'a', 'c'), false, 'not a menu');
  const deep = [
    option('p', '1', sub(option('q', '1', sub(option('r', '1'))))),
    option('s', '2', sub(option('t', '1'))),
  ];
  assert.equal(mayMove(deep, 's', 'q'), false);
  assert.equal(mayMove(deep, 's', 'p'), true);
  assert.equal(mayMove(deep, 'p', 'q'), false);
});

test('the keys lead into sub-menus and out of the menu', () => {
  assert.equal(ids(menuAfterKeys(menu, '2')), 'xyz');
  assert.equal(ids(menuAfterKeys(menu, '21')), '');
  assert.equal(ids(menuAfterKeys(menu, '9')), '');
});

const trees = fc.letrec<{ tree: MenuEntry[] }>((tie) => ({
  tree: fc.array(
    fc.record({
      digit: fc.constantFrom('1', '2', '3', '4'),
      below: fc.option(tie('tree'), { depthSize: 'small' }),
    }),
    { maxLength: 4, depthIdentifier: 'menu' },
  ) as unknown as fc.Arbitrary<MenuEntry[]>,
}));

/** Gives every option an id, and ends the tree at the deepest menu. */
const grown = (raw: unknown, prefix = '', depth = 1): MenuEntry[] =>
  (raw as { digit: string; below: unknown }[]).map(({ digit, below }, index) => {
    const id = `${prefix}${index}`;
    const isMenu = below !== null && depth < deepestMenu;
    return option(id, digit, isMenu ? sub(...grown(below, `${id}.`, depth + 1)) : leaf);
  });

const allIds = (items: MenuEntry[]): string[] =>
  items.flatMap((each) => [each.id, ...allIds(optionsOf(each))]);
const depth = (items: MenuEntry[]): number =>
  items.length === 0 ? 0 : 1 + Math.max(...items.map((each) => depth(optionsOf(each))));

test('whatever is moved: no option is lost or doubled, and the menu grows no deeper than allowed', () => {
  fc.assert(
    fc.property(
      trees.tree,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...directions),
      (raw, which, where, direction) => {
        const whole = grown(raw);
        const all = allIds(whole);
        const id = all[which % Math.max(1, all.length)];
        if (id === undefined) return;
        const anywhere = [null, ...all][where % (all.length + 1)] ?? null;
        const step = placeTowards(whole, id, direction);
        for (const place of [{ parentId: anywhere, index: where % 3 }, ...(step === null ? [] : [step])]) {
          const moved = moveOption(whole, id, place);
          assert.deepEqual(allIds(moved).toSorted(), all.toSorted());
          assert.equal(countOptions(moved), all.length);
          assert.ok(depth(moved) <= deepestMenu);
        }
        if (step !== null)
          assert.notDeepEqual(moveOption(whole, id, step), whole, 'a step that is offered moves');
      },
    ),
  );
});
