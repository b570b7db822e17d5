import type { Rule } from '../../../../../src/workflows/rules/rule-tree.ts';
import type { RuleField } from './rule-field.ts';

export type Operator = Rule['operator'];

const compared: Operator[] = ['>', '>=', '<', '<=', '=', '!=', 'between', 'notBetween'];
const chosen: Operator[] = ['=', '!=', 'in', 'notIn'];
const known: Operator[] = ['notNull', 'null'];

/** What makes sense for a field, the usual one first. */
const operatorsOf: Record<RuleField['type'], Operator[]> = {
  number: [...compared, ...known],
  money: compared,
  date: ['=', '<', '<=', '>', '>=', 'between', ...known],
  text: [
    'contains',
    'doesNotContain',
    '=',
    '!=',
    'beginsWith',
    'doesNotBeginWith',
    'endsWith',
    'doesNotEndWith',
    'in',
    'notIn',
    ...known,
  ],
  choice: [...chosen, ...known],
  named: [...chosen, ...known],
  boolean: ['='],
  tags: ['contains', 'doesNotContain', 'in', 'notIn'],
};

/** Those of the field, and the one that a rule has already, whatever it is. */
export const operatorsFor = (field: RuleField | undefined, has: Operator | undefined): Operator[] => {
  const offered = operatorsOf[field?.type ?? 'text'];
  return has === undefined || offered.includes(has) ? offered : [...offered, has];
};

export const firstOperator = (field: RuleField): Operator => operatorsOf[field.type][0]!;

/** How many values an operator compares with. */
export const valuesOf = (operator: Operator): 'none' | 'one' | 'many' | 'two' => {
  switch (operator) {
    case 'null':
    case 'notNull':
      return 'none';
    case 'in':
    case 'notIn':
      return 'many';
    case 'between':
    case 'notBetween':
      return 'two';
    default:
      return 'one';
  }
};

/** What stands there before anybody has said anything. */
export const firstValue = (field: RuleField, operator: Operator): Value => {
  const values = valuesOf(operator);
  if (values === 'many') return [];
  if (values === 'two') return field.type === 'date' ? ['', ''] : [0, 0];
  if (field.type === 'boolean') return true;
  return field.type === 'choice' ? (field.choices[0] ?? '') : '';
};

export type Single = string | number | boolean;
export type Value = Single | readonly Single[];

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === typeof value[1];

/** The value as the operator takes it: unchanged when it is so already. */
export const fitValue = (operator: Operator, value: Value): Value => {
  const list = Array.isArray(value) ? (value as readonly Single[]) : [value as Single];
  switch (valuesOf(operator)) {
    case 'none':
      return '';
    case 'many':
      return Array.isArray(value) ? value : list.filter((each) => each !== '' && typeof each !== 'boolean');
    case 'two': {
      if (isPair(value)) return value;
      const one =
        typeof list[0] === 'number' ? list[0] : typeof list[0] === 'string' && list[0] !== '' ? list[0] : 0;
      return [one, one];
    }
    case 'one':
      return Array.isArray(value) ? (list[0] ?? '') : value;
  }
};
