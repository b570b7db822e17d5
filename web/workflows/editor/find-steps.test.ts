import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { findSteps } from './find-steps.ts';

const steps: Step[] = [
  { id: 'a', do: 'SEND_SMS', content: { text: { en: 'We missed you.', de: 'Wir haben Sie vermisst.' } } },
  {
    id: 'b',
    do: 'CONDITION',
    if: { combinator: 'and', rules: [{ field: 'patient.age', operator: '<', value: 18 }] },
    yes: [{ id: 'c', do: 'CREATE_CALL_NOTE', text: 'Tell the parents' }],
    no: [],
  },
];
const called = (step: Step): string => (step.do === 'CONDITION' ? '2 · If the age is less than 18' : step.do);

const cases: [string, string, string[]][] = [
  ['what it says', 'missed', ['a']],
  ['in the other language', 'VERMISST', ['a']],
  ['all the words, in any order', 'you we', ['a']],
  ['not one of them alone', 'missed parents', []],
  ['what it is called', 'age', ['b']],
  ['a step inside, not the one around it', 'parents', ['c']],
  ['not by its id', 'patient.age', []],
  ['nothing typed finds nothing', '  ', []],
];

for (const [name, search, expected] of cases)
  test(name, () => assert.deepEqual(findSteps(steps, search, called), expected));
