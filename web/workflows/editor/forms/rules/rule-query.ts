import {
  isGroup,
  ruleGroupSchema,
  type Rule,
  type RuleGroup,
} from '../../../../../src/workflows/rules/rule-tree.ts';
import { fitValue, valuesOf, type Operator, type Value } from './rule-operators.ts';

/** A rule or a group as react-querybuilder holds it: with an id, by which it is the same one after a change. */
export type QueryRule = { id?: string; field: string; operator: string; value: Value };
export type QueryGroup = {
  id?: string;
  combinator: string;
  not?: boolean;
  rules: (QueryRule | QueryGroup)[];
};

const isQueryGroup = (part: QueryRule | QueryGroup): part is QueryGroup => 'rules' in part;

export const queryOf = (group: RuleGroup): QueryGroup => ({
  combinator: group.combinator,
  ...(group.not === undefined ? {} : { not: group.not }),
  rules: group.rules.map((part) =>
    isGroup(part)
      ? queryOf(part)
      : { field: part.field, operator: part.operator, value: 'value' in part ? part.value : '' },
  ),
});

const ruleOf = ({ field, operator, value }: QueryRule): Rule =>
  (valuesOf(operator as Operator) === 'none' ? { field, operator } : { field, operator, value }) as Rule;

/** What the editor shows, as the tree that is kept. */
export const groupOf = (query: QueryGroup): RuleGroup => ({
  combinator: query.combinator === 'or' ? 'or' : 'and',
  ...(query.not === undefined ? {} : { not: query.not }),
  rules: query.rules.map((part) => (isQueryGroup(part) ? groupOf(part) : ruleOf(part))),
});

/** With values as their operators take them; every part that is so already is the same one. */
export const fitted = (query: QueryGroup): QueryGroup => ({
  ...query,
  rules: query.rules.map((part) => {
    if (isQueryGroup(part)) return fitted(part);
    const value = fitValue(part.operator as Operator, part.value);
    return value === part.value ? part : { ...part, value };
  }),
});

/** Whether it can be kept: what is only half chosen is not. */
export const isKept = (group: RuleGroup): boolean => ruleGroupSchema.safeParse(group).success;

export const isSame = (one: RuleGroup, other: RuleGroup): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether every condition says what it compares with: only then is there something to count. */
export const isComplete = (group: RuleGroup): boolean =>
  group.rules.length > 0 &&
  group.rules.every((part) => {
    if (isGroup(part)) return isComplete(part);
    const values = 'value' in part ? [part.value].flat() : [true];
    return values.length > 0 && !values.includes('');
  });
