import type { Step } from './steps.ts';

/** The same steps in the same places, each changed; nested ones first. */
export const mapSteps = (steps: readonly Step[], change: (step: Step) => Step): Step[] =>
  steps.map((step) => {
    if (step.do === 'CONDITION')
      return change({ ...step, yes: mapSteps(step.yes, change), no: mapSteps(step.no, change) });
    if (step.do === 'BRANCH')
      return change({
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, steps: mapSteps(branch.steps, change) })),
        otherwise: mapSteps(step.otherwise, change),
      });
    return change(step);
  });
