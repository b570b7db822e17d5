import type { RuleGroup } from '../../../../src/workflows/rules/rule-tree.ts';

/** Asks nothing: true of everybody. */
export const everybody: RuleGroup = { combinator: 'and', rules: [] };
