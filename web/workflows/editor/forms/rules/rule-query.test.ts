import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventKindNames } from '../../../../../src/events/rules/event-kinds.ts';
import { definitionSchema } from '../../../../../src/workflows/rules/definition.ts';
import { fields } from '../../../../../src/workflows/rules/fields.ts';
import { fieldsIn, type Rule, type RuleGroup } from '../../../../../src/workflows/rules/rule-tree.ts';
import { fieldsFor } from './fields-for.ts';
import { knownFields, type RuleFieldType } from './rule-field.ts';
import { firstOperator, firstValue, fitValue, operatorsFor, type Operator } from './rule-operators.ts';
import { fitted, groupOf, isKept, queryOf } from './rule-query.ts';

const plain = { noNullPrototype: true };
const word = fc.string({ maxLength: 12 });
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const field = fc.constantFrom(...Object.keys(fields), 'event.direction', 'steps.call', 'event.gone');
const rule = fc.oneof(
  fc.record(
    {
      field,
      operator: fc.constantFrom('=', '!='),
      value: fc.oneof(word, number, fc.boolean()),
    },
    plain,
  ),
  fc.record({ field, operator: fc.constantFrom('<', '<=', '>', '>='), value: fc.oneof(word, number) }, plain),
  fc.record({ field, operator: fc.constantFrom('contains', 'doesNotEndWith'), value: word }, plain),
  fc.record({ field, operator: fc.constantFrom('null', 'notNull') }, plain),
  fc.record(
    { field, operator: fc.constantFrom('in', 'notIn'), value: fc.array(fc.oneof(word, number)) },
    plain,
  ),
  fc.record(
    {
      field,
      operator: fc.constantFrom('between', 'notBetween'),
      value: fc.oneof(fc.tuple(number, number), fc.tuple(word, word)),
    },
    plain,
  ),
) as fc.Arbitrary<Rule>;
const { group } = fc.letrec<{ group: RuleGroup; part: Rule | RuleGroup }>((tie) => ({
  group: fc.record(
    {
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(tie('part'), { maxLength: 4 }),
    },
    { ...plain, requiredKeys: ['combinator', 'rules'] },
  ),
  part: fc.oneof({ maxDepth: 3 }, rule, tie('group')),
}));

const definitionOf = (events: string[], daily?: object) =>
  definitionSchema.parse({
    trigger: { events, ...daily },
    purpose: 'care',
    reentry: { rule: 'never' },
    exits: [],
    steps: [
      { id: 'call', do: 'MAKE_PHONE_CALL', script: {}, keys: {} },
      { id: 'sms', do: 'SEND_SMS', content: { text: {} } },
      { id: 'note', do: 'CREATE_CALL_NOTE', text: '' },
    ],
  });

test('what the editor shows and gives back is the same tree', () => {
  fc.assert(
    fc.property(group, (tree) => {
      assert.deepEqual(groupOf(fitted(queryOf(tree))), tree);
      assert.deepEqual(fitted(queryOf(tree)), queryOf(tree));
    }),
  );
});

test('whatever a rule asks, its field and its operator are among those that are shown', () => {
  const definition = definitionOf([...eventKindNames]);
  fc.assert(
    fc.property(group, fc.constantFrom('beginning' as const, 'under-way' as const), (tree, scope) => {
      const shown = fieldsFor(definition, scope, tree);
      assert.ok(fieldsIn(tree).every((name) => shown.some((each) => each.name === name)));
      assert.equal(new Set(shown.map(({ name }) => name)).size, shown.length);
    }),
  );
  assert.ok(operatorsFor(undefined, 'notBetween').includes('notBetween'));
});

test('a value fits its operator after a change of the operator, and can be kept', () => {
  const values = fc.oneof(word, number, fc.boolean(), fc.array(fc.oneof(word, number), { maxLength: 3 }));
  const definition = definitionOf([...eventKindNames]);
  const shown = fieldsFor(definition, 'under-way', { combinator: 'and', rules: [] });
  for (const each of shown)
    for (const operator of operatorsFor(each, undefined)) {
      const value = firstValue(each, operator);
      const tree = groupOf({ combinator: 'and', rules: [{ field: each.name, operator, value }] });
      assert.ok(isKept(tree), `${each.name} ${operator}`);
    }
  fc.assert(
    fc.property(values, fc.constantFrom<Operator[]>('in', 'between', '=', 'null'), (value, operator) => {
      const fit = fitValue(operator, value);
      assert.deepEqual(fitValue(operator, fit), fit);
      if (operator !== '=')
        assert.ok(isKept(groupOf({ combinator: 'or', rules: [{ field: 'a', operator, value: fit }] })));
    }),
  );
});

test('every field that rules know is known here, and of a kind that its values have', () => {
  const here: Record<string, RuleFieldType> = Object.assign({}, ...Object.values(knownFields));
  assert.deepEqual(Object.keys(here).toSorted(), Object.keys(fields).toSorted());
  const kinds = {
    number: ['number', 'money'],
    boolean: ['boolean'],
    list: ['tags'],
    text: ['choice', 'named', 'text'],
  };
  for (const [name, { type }] of Object.entries(fields))
    assert.ok(kinds[type].includes(here[name]!.type), name);
});

test('only what there will be is offered', () => {
  const empty: RuleGroup = { combinator: 'and', rules: [] };
  const names = (definition: ReturnType<typeof definitionOf>, scope: 'beginning' | 'under-way') =>
    fieldsFor(definition, scope, empty).map(({ name }) => name);
  const daily = names(definitionOf([], { daily: { at: '09:00' } }), 'beginning');
  assert.ok(daily.every((name) => name.startsWith('patient.')));
  const call = names(definitionOf(['INCOMING_CALL']), 'under-way');
  assert.ok(call.includes('event.caller') && call.includes('steps.call') && call.includes('steps.sms'));
  assert.ok(!call.includes('steps.note') && !call.some((name) => name.startsWith('appointment.')));
  const noShow = names(definitionOf(['APPOINTMENT_NO_SHOW']), 'beginning');
  assert.ok(noShow.includes('appointment.reason') && !noShow.includes('steps.call'));
  assert.ok(!noShow.includes('event.startsAt'));
  const [first] = fieldsFor(definitionOf(['PAYMENT_DUE']), 'beginning', empty);
  assert.equal(firstOperator(first!), '>');
});
