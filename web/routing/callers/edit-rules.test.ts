import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeRule, moveRule, newRule, ruleRouteTo, ruleTarget } from './edit-rules.ts';

const rules = ['a', 'b', 'c'].map((id) => newRule(id, id));
const ids = (all: { id: string }[]): string => all.map(({ id }) => id).join('');

test('a rule moves by one place and no further than the ends', () => {
  assert.equal(ids(moveRule(rules, 'b', -1)), 'bac');
  assert.equal(ids(moveRule(rules, 'b', 1)), 'acb');
  assert.equal(ids(moveRule(rules, 'a', -1)), 'abc');
  assert.equal(ids(moveRule(rules, 'c', 1)), 'abc');
  assert.equal(ids(moveRule(rules, 'x', 1)), 'abc');
});

test('one rule changes, the others stay as they are', () => {
  const changed = changeRule(rules, 'b', { name: 'VIPs' });
  assert.deepEqual(
    changed.map(({ name }) => name),
    ['a', 'VIPs', 'c'],
  );
  assert.equal(changed[0], rules[0]);
});

test('where a rule leads survives the field that it is chosen in', () => {
  for (const route of [
    { type: 'menu' } as const,
    { type: 'staff', staffId: 'x' } as const,
    { type: 'voicemail', departmentId: null } as const,
    { type: 'external', number: '+13125550190' } as const,
  ])
    assert.deepEqual(ruleRouteTo(ruleTarget(route), route), route);
  assert.deepEqual(ruleRouteTo('external', { type: 'menu' }), { type: 'external', number: '' });
});
