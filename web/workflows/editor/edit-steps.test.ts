import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { definitionFaults } from '../../../src/workflows/rules/check-definition.ts';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import {
  allPlaces,
  allSteps,
  duplicateStep,
  findStep,
  insertStep,
  moveStep,
  nudgeStep,
  placeOf,
  putBack,
  removeStep,
  replaceStep,
} from './edit-steps.ts';
import { layoutSteps } from './layout-steps.ts';

const note = (id: string): Step => ({ id, do: 'CREATE_CALL_NOTE', text: id });
const asks = (step: string) => ({
  combinator: 'and' as const,
  rules: [{ field: `steps.${step}`, operator: '=' as const, value: 'confirmed' }],
});
const fork = (id: string, yes: Step[], no: Step[]): Step => ({
  id,
  do: 'CONDITION',
  if: { combinator: 'and', rules: [] },
  yes,
  no,
});
const ways = (id: string, first: Step[], otherwise: Step[]): Step => ({
  id,
  do: 'BRANCH',
  by: 'percent',
  branches: [{ name: 'A', percent: 50, steps: first }],
  otherwise,
});
const ids = (steps: readonly Step[]): string =>
  allSteps(steps)
    .map(({ id }) => id)
    .join(' ');

const tree = [note('a'), fork('f', [note('b'), ways('w', [note('c')], [])], [note('d')]), note('e')];

/** Trees of any shape with ids that stand once each. */
const trees = fc
  .letrec<{ steps: Step[]; step: Step }>((tie) => ({
    steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'tree' }),
    step: fc.oneof(
      { depthIdentifier: 'tree', depthSize: 'small' },
      fc.constant(note('')),
      fc.tuple(tie('steps'), tie('steps')).map(([yes, no]) => fork('', yes, no)),
      fc.tuple(tie('steps'), tie('steps')).map(([one, other]) => ways('', one, other)),
    ),
  }))
  .steps.map((steps) => {
    let count = 0;
    const number = (list: readonly Step[]): Step[] =>
      list.map((step) => {
        const id = `s${count++}`;
        if (step.do === 'CONDITION') return { ...step, id, yes: number(step.yes), no: number(step.no) };
        if (step.do !== 'BRANCH') return { ...step, id };
        const branches = step.branches.map((branch) => ({ ...branch, steps: number(branch.steps) }));
        return { ...step, id, branches, otherwise: number(step.otherwise) };
      });
    return number(steps);
  });

test('steps are read, found and replaced wherever they stand', () => {
  assert.equal(ids(tree), 'a f b w c d e');
  assert.deepEqual(placeOf(tree, 'c'), { list: { step: 'w', way: 0 }, index: 0 });
  assert.equal(placeOf(tree, 'gone'), null);
  const changed = replaceStep(tree, 'c', { ...note('c'), text: 'other' } as Step);
  assert.equal((findStep(changed, 'c') as { text: string }).text, 'other');
  assert.equal(changed[0], tree[0], 'what did not change is the same');
});

test('a step moves into a way and out of it, and never into itself', () => {
  assert.equal(
    ids(moveStep(tree, 'e', { list: { step: 'w', way: 'otherwise' }, index: 0 })!),
    'a f b w c e d',
  );
  assert.equal(ids(moveStep(tree, 'c', { list: null, index: 0 })!), 'c a f b w d e');
  assert.equal(ids(moveStep(tree, 'a', { list: null, index: 2 })!), 'f b w c d a e');
  assert.equal(moveStep(tree, 'a', { list: null, index: 1 }), null);
  assert.equal(moveStep(tree, 'f', { list: { step: 'w', way: 0 }, index: 0 }), null);
});

test('what was removed comes back where it was, or at the end where that is gone', () => {
  const place = placeOf(tree, 'c')!;
  const without = removeStep(tree, 'c');
  assert.deepEqual(putBack(without, place, note('c')), tree);
  assert.equal(ids(putBack(removeStep(tree, 'f'), place, note('c'))), 'a e c');
  assert.deepEqual(putBack(tree, place, note('c')), tree);
});

test('a copy has ids of its own, and asks about its own steps', () => {
  const inside = fork('f', [note('b'), { ...fork('g', [], []), if: asks('b') } as Step], []);
  const made = duplicateStep([note('a'), inside], 'f', ({ id }) => `${id}2`)!;
  assert.equal(ids(made.steps), 'a f b g f2 b2 g2');
  assert.deepEqual((findStep(made.steps, 'g2') as { if: unknown }).if, asks('b2'));
  assert.deepEqual((findStep(made.steps, 'g') as { if: unknown }).if, asks('b'));
  const definition = {
    trigger: { events: [] },
    purpose: 'care' as const,
    reentry: { rule: 'always' as const },
    exits: [],
    steps: made.steps,
  };
  assert.ok(!definitionFaults(definition).some(({ code }) => code === 'unknown-step-in-rule'));
});

test('whatever is done to a tree, nothing is lost and nothing is twice', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (steps, which, where) => {
      const all = allSteps(steps).map(({ id }) => id);
      const places = allPlaces(steps);
      const place = places[where % places.length]!;
      const inserted = insertStep(steps, place, note('new'));
      assert.deepEqual(placeOf(inserted, 'new'), place);
      assert.deepEqual(removeStep(inserted, 'new'), steps);
      if (all.length === 0) return;
      const id = all[which % all.length]!;
      const moved = moveStep(steps, id, place);
      if (moved !== null)
        assert.deepEqual(
          allSteps(moved)
            .map((step) => step.id)
            .sort(),
          all.toSorted(),
        );
    }),
  );
});

test('with the keys a step comes to every place and back', () => {
  fc.assert(
    fc.property(trees, fc.nat(), (steps, which) => {
      const all = allSteps(steps);
      if (all.length === 0) return;
      const { id } = all[which % all.length]!;
      const down = nudgeStep(steps, id, 1);
      if (down !== null) assert.deepEqual(nudgeStep(down, id, -1), steps);
      const up = nudgeStep(steps, id, -1);
      if (up !== null) assert.deepEqual(nudgeStep(up, id, 1), steps);
    }),
  );
});

test('the picture has every step and every place once, from top to bottom', () => {
  fc.assert(
    fc.property(trees, (steps) => {
      const { rows, lines } = layoutSteps(steps, new Set(), 480);
      const drawn = rows.flatMap((row) => (row.kind === 'step' ? [row.id] : []));
      assert.deepEqual(
        drawn,
        allSteps(steps).map(({ id }) => id),
      );
      assert.deepEqual(
        rows.flatMap((row) => (row.kind === 'slot' ? [JSON.stringify(row.place)] : [])).sort(),
        allPlaces(steps)
          .map((place) => JSON.stringify(place))
          .sort(),
      );
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      const known = new Set(rows.map(({ id }) => id));
      assert.ok(lines.every(({ from, to }) => known.has(from) && known.has(to)));
      for (const [index, row] of rows.entries())
        assert.equal(row.y, index === 0 ? 0 : rows[index - 1]!.y + rows[index - 1]!.height);
    }),
  );
});

test('what is folded keeps its number and hides what it holds', () => {
  const { rows } = layoutSteps(tree, new Set(['f']), 480);
  assert.deepEqual(
    rows.flatMap((row) => (row.kind === 'step' ? [`${row.id} ${row.number}`] : [])),
    ['a 1', 'f 2', 'e 7'],
  );
});
