import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareDefinitions, type StepDifference, type StepPlace } from './compare-definitions.ts';
import type { Definition } from './definition.ts';
import { listsIn, type Step } from './steps.ts';
import { reminderChain } from './subject-on-trial.ts';

const wait = (id: string, days: number): Step => ({
  id,
  do: 'WAIT',
  for: { until: 'later', span: { days } },
  ifPast: 'skip',
});
const sms = (id: string, en: string, de?: string): Step => ({
  id,
  do: 'SEND_SMS',
  content: { text: { en, de } },
});
const when = (id: string, yes: Step[], no: Step[] = []): Step => ({
  id,
  do: 'CONDITION',
  if: { combinator: 'and', rules: [] },
  yes,
  no,
});
const branch = (id: string, branches: [name: string, steps: Step[]][], otherwise: Step[] = []): Step => ({
  id,
  do: 'BRANCH',
  by: 'percent',
  branches: branches.map(([name, steps]) => ({ name, percent: 10, steps })),
  otherwise,
});
const having = (...steps: Step[]): Definition => ({ ...reminderChain, steps });

const placeWords = ({ within, way, after }: StepPlace): string =>
  [within && `in ${within.id} ${way}`, after ? `after ${after.id}` : 'first'].filter(Boolean).join(' ');
const words = (difference: StepDifference): string => {
  switch (difference.change) {
    case 'added':
      return `+ ${difference.step.id} ${placeWords(difference.to)}`;
    case 'removed':
      return `- ${difference.step.id} ${placeWords(difference.from)}`;
    case 'moved':
      return `${difference.step.id}: ${placeWords(difference.from)} → ${placeWords(difference.to)}`;
    case 'changed':
      return `${difference.after.id}: ${difference.aspects.join(', ')}`;
  }
};

const cases: [what: string, before: Step[], after: Step[], told: string[]][] = [
  ['added', [wait('a', 1)], [wait('a', 1), sms('b', 'Hi')], ['+ b after a']],
  ['removed', [wait('a', 1), sms('b', 'Hi')], [sms('b', 'Hi')], ['- a first']],
  [
    'one step taken to the end is one step moved',
    [wait('a', 1), wait('b', 2), wait('c', 3)],
    [wait('b', 2), wait('c', 3), wait('a', 1)],
    ['a: first → after c'],
  ],
  ['a wait', [wait('a', 1)], [wait('a', 2)], ['a: for']],
  ['a text, by language', [sms('a', 'Hi', 'Guten Tag')], [sms('a', 'Hi', 'Hallo')], ['a: text.de']],
  [
    'put into a condition',
    [wait('a', 1), sms('b', 'Hi')],
    [wait('a', 1), when('c', [], [sms('b', 'Hi')])],
    ['+ c after a', 'b: after a → in c no first'],
  ],
  [
    'what is nested is not told as the condition’s own',
    [when('c', [sms('b', 'Hi')])],
    [when('c', [sms('b', 'Bye')])],
    ['b: text.en'],
  ],
  [
    'a condition goes, its steps stay',
    [when('c', [sms('b', 'Hi')])],
    [sms('b', 'Hi')],
    ['b: in c yes first → first', '- c first'],
  ],
  [
    'a renamed branch keeps its steps',
    [branch('x', [['A', [sms('a', 'Hi')]]])],
    [branch('x', [['B', [sms('a', 'Hi')]]])],
    ['x: branches'],
  ],
  [
    'a branch that goes leaves the next one as it is',
    [
      branch('x', [
        ['A', []],
        ['B', [sms('b', 'Hi')]],
      ]),
    ],
    [branch('x', [['B', [sms('b', 'Hi')]]])],
    ['x: branches'],
  ],
  ['another kind under the same id', [wait('a', 1)], [sms('a', 'Hi')], ['a: do, for, ifPast, text.en']],
];

for (const [what, before, after, told] of cases)
  test(`differences: ${what}`, () => {
    assert.deepEqual(compareDefinitions(having(...before), having(...after)).steps.map(words), told);
  });

test('parts of a definition are told by name', () => {
  const after: Definition = { ...reminderChain, reentry: { rule: 'never' }, exits: [] };
  assert.deepEqual(compareDefinitions(reminderChain, after), { parts: ['reentry', 'exits'], steps: [] });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** Any tree of these steps: each goes to the end of some list that is there already. */
const treeArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...ids), fc.nat(20), fc.boolean(), fc.integer({ min: 1, max: 2 })), {
    maxLength: 7,
  })
  .map((placed) => {
    const steps: Step[] = [];
    const lists = [steps];
    const used = new Set<string>();
    for (const [id, into, nests, days] of placed) {
      if (used.has(id)) continue;
      used.add(id);
      const step = nests ? when(id, []) : wait(id, days);
      lists[into % lists.length]!.push(step);
      lists.push(...listsIn(step));
    }
    return steps;
  });

type Shape = Map<string, string[]>;
const shapeOf = (steps: readonly Step[], list = '', shape: Shape = new Map()): Shape => {
  if (steps.length > 0)
    shape.set(
      list,
      steps.map(({ id }) => id),
    );
  for (const step of steps)
    listsIn(step).forEach((nested, index) =>
      shapeOf(nested, `${step.id}/${index === 0 ? 'yes' : 'no'}`, shape),
    );
  return shape;
};

/** Does what a comparison says. */
const applied = (shape: Shape, differences: readonly StepDifference[]): Shape => {
  const taken = new Set(
    differences.flatMap((one) => (one.change === 'removed' || one.change === 'moved' ? one.step.id : [])),
  );
  const lists: Shape = new Map(
    [...shape].map(([list, steps]) => [list, steps.filter((id) => !taken.has(id))]),
  );
  for (const one of differences) {
    if (one.change !== 'added' && one.change !== 'moved') continue;
    const { within, way, after } = one.to;
    const list = within === null ? '' : `${within.id}/${way}`;
    const steps = lists.get(list) ?? [];
    lists.set(list, steps.toSpliced(after === null ? 0 : steps.indexOf(after.id) + 1, 0, one.step.id));
  }
  return new Map([...lists].filter(([, steps]) => steps.length > 0));
};

test('nothing differs from itself', () => {
  fc.assert(
    fc.property(treeArbitrary, (steps) => {
      assert.deepEqual(compareDefinitions(having(...steps), having(...structuredClone(steps))), {
        parts: [],
        steps: [],
      });
    }),
  );
});

test('doing what it says makes the later of the earlier', () => {
  fc.assert(
    fc.property(treeArbitrary, treeArbitrary, (before, after) => {
      const { steps } = compareDefinitions(having(...before), having(...after));
      const sorted = (shape: Shape) => [...shape].toSorted(([a], [b]) => (a < b ? -1 : 1));
      assert.deepEqual(sorted(applied(shapeOf(before), steps)), sorted(shapeOf(after)));
    }),
  );
});
