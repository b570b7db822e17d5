import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matching, typedVariable, withVariable } from './typed-variable.ts';

test('a variable is being typed from its braces to the cursor', () => {
  assert.deepEqual(typedVariable('Hello {{', 8), { from: 6, word: '' });
  assert.deepEqual(typedVariable('Hello {{ pat', 12), { from: 6, word: 'pat' });
  assert.deepEqual(typedVariable('{{ a }} {{b', 11), { from: 8, word: 'b' });
  assert.equal(typedVariable('Hello {{ pat }}', 15), null);
  assert.equal(typedVariable('Hello {{ pat and', 16), null);
  assert.equal(typedVariable('Hello {', 7), null);
});

test('what was typed gives way to the variable, and the cursor stands behind it', () => {
  assert.deepEqual(withVariable('Hello {{ pa, yes', { from: 6, to: 11 }, 'patient.age'), {
    text: 'Hello {{ patient.age }}, yes',
    cursor: 23,
  });
  assert.deepEqual(withVariable('A B', { from: 1, to: 1 }, 'x'), { text: 'A{{ x }} B', cursor: 8 });
});

test('braces that are closed already are not closed twice', () => {
  assert.equal(withVariable('{{ pat }}!', { from: 0, to: 6 }, 'patient.age').text, '{{ patient.age }}!');
  assert.equal(withVariable('{{ pa.b }}!', { from: 0, to: 5 }, 'patient.age').text, '{{ patient.age }}!');
});

test('a variable is found by its name and by its words', () => {
  const offered = [
    { name: 'patient.first_name', label: 'First name' },
    { name: 'clinic.phone', label: 'Number of the clinic' },
  ];
  assert.deepEqual(matching(offered, 'Num'), [offered[1]]);
  assert.deepEqual(matching(offered, 'first_'), [offered[0]]);
  assert.equal(matching(offered, '').length, 2);
});
