import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldsIn, holds, ruleGroupSchema, type FieldValue, type Rule } from './rule-tree.ts';

const values: Record<string, FieldValue> = {
  language: 'de',
  age: 41,
  vip: false,
  tags: ['recall', 'aligner'],
  email: null,
};
const read = (field: string): FieldValue => values[field] ?? null;
const holdsAlone = (rule: object): boolean =>
  holds(ruleGroupSchema.parse({ combinator: 'and', rules: [rule] }), read);

const table: [string, string, unknown, boolean][] = [
  ['language', '=', 'de', true],
  ['language', '!=', 'de', false],
  ['language', 'in', ['en', 'de'], true],
  ['language', 'notIn', ['en'], true],
  ['language', 'beginsWith', 'd', true],
  ['age', '>=', 41, true],
  ['age', '<', 41, false],
  ['age', 'between', [40, 42], true],
  ['age', 'notBetween', [40, 42], false],
  ['age', '=', '41', false],
  ['vip', '=', false, true],
  ['tags', 'contains', 'recall', true],
  ['tags', 'doesNotContain', 'recall', false],
  ['tags', 'contains', 'rec', false],
  ['email', 'null', undefined, true],
  ['email', '=', 'a@example.org', false],
  ['email', '!=', 'a@example.org', true],
  ['email', '<', 'z', false],
  ['email', 'doesNotContain', 'x', true],
];
for (const [field, operator, value, expected] of table)
  test(`${field} ${operator} ${JSON.stringify(value)} is ${expected}`, () =>
    assert.equal(holdsAlone({ field, operator, ...(value === undefined ? {} : { value }) }), expected));

test('groups nest, and nothing asked holds', () => {
  const german: Rule = { field: 'language', operator: '=', value: 'de' };
  const old: Rule = { field: 'age', operator: '>', value: 60 };
  assert.equal(holds({ combinator: 'and', rules: [] }, read), true);
  assert.equal(holds({ combinator: 'or', rules: [] }, read), true);
  assert.equal(holds({ combinator: 'or', rules: [old, { combinator: 'and', rules: [german] }] }, read), true);
  assert.equal(holds({ combinator: 'and', not: true, rules: [old, german] }, read), true);
  assert.deepEqual(fieldsIn({ combinator: 'or', rules: [old, { combinator: 'and', rules: [german] }] }), [
    'age',
    'language',
  ]);
});

test('a negative operator is the opposite of its positive one, whatever the value is', () => {
  const pairs = [
    ['=', '!='],
    ['contains', 'doesNotContain'],
    ['beginsWith', 'doesNotBeginWith'],
    ['endsWith', 'doesNotEndWith'],
  ] as const;
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.constant(null));
  fc.assert(
    fc.property(fc.constantFrom(...pairs), value, fc.string(), ([yes, no], held, wanted) => {
      const answer = (operator: (typeof pairs)[number][number]): boolean =>
        holds({ combinator: 'and', rules: [{ field: 'f', operator, value: wanted }] }, () => held);
      assert.notEqual(answer(yes), answer(no));
    }),
  );
});
