import type { Definition } from '../definition.ts';
import { isSame } from '../is-same.ts';
import type { RuleGroup } from '../rule-tree.ts';
import { listsIn, type BranchStep, type Step } from '../steps.ts';
import type { Advice } from './advice.ts';

/** What is known on the way to a step: a condition that was true there, or was not. */
type Known = { rule: RuleGroup; holds: boolean };

const neverTaken = ({ by, branches, otherwise }: BranchStep): { name: string | null; same: boolean }[] => {
  if (by === 'percent') {
    const none = branches.filter(({ percent = 0, steps }) => percent === 0 && steps.length > 0);
    const sum = branches.reduce((total, { percent = 0 }) => total + percent, 0);
    return [
      ...none.map(({ name }) => ({ name, same: false })),
      ...(sum >= 100 && otherwise.length > 0 ? [{ name: null, same: false }] : []),
    ];
  }
  return branches
    .filter(
      ({ if: rule }, index) =>
        rule !== undefined &&
        rule.rules.length > 0 &&
        branches.slice(0, index).some((before) => isSame(before.if, rule)),
    )
    .map(({ name }) => ({ name, same: true }));
};

const adviceOnBranch = (step: BranchStep): Advice[] =>
  neverTaken(step).map(({ name, same }) => ({
    step: step.id,
    code: same ? 'same-twice' : 'never-reached',
    ...(name === null ? {} : { detail: name }),
  }));

/** While it is done other things may happen, and the same question be answered otherwise behind it. */
const takesTime = (step: Step): boolean =>
  step.do === 'WAIT' || step.do === 'MAKE_PHONE_CALL' || listsIn(step).some((list) => list.some(takesTime));

const adviceIn = (steps: readonly Step[], before: readonly Known[]): Advice[] => {
  const timeAt = steps.findIndex(takesTime);
  return steps.flatMap((step, index): Advice[] => {
    const known = timeAt !== -1 && index > timeAt ? [] : before;
    if (step.do === 'BRANCH')
      return [...adviceOnBranch(step), ...listsIn(step).flatMap((list) => adviceIn(list, known))];
    if (step.do !== 'CONDITION') return [];
    const { if: rule } = step;
    const answered = rule.rules.length === 0 ? undefined : known.find((one) => isSame(one.rule, rule));
    const lost = answered === undefined ? [] : answered.holds ? step.no : step.yes;
    return [
      ...(lost.length > 0 ? [{ step: step.id, code: 'never-reached' as const }] : []),
      ...adviceIn(step.yes, [...known, { rule, holds: true }]),
      ...adviceIn(step.no, [...known, { rule, holds: false }]),
    ];
  });
};

/** Ways that nobody can ever take. */
export const adviceOnWays = ({ steps }: Definition): Advice[] => adviceIn(steps, []);
