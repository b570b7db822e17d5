import { createContext, use, useMemo } from 'react';
import { listsIn, type Step } from '../../src/workflows/rules/steps.ts';

/** The steps of the workflow that is shown, by id. People call them by their numbers. */
export type NamedSteps = ReadonlyMap<string, { number: number; kind: Step['do'] }>;

const kindsOf = (steps: readonly Step[]): [string, Step['do']][] =>
  steps.flatMap((step) => [[step.id, step.do], ...listsIn(step).flatMap(kindsOf)]);

const StepNames = createContext<NamedSteps>(new Map());
export const StepNamesProvider = StepNames.Provider;
export const useNamedSteps = (): NamedSteps => use(StepNames);

/** Stays the same map while steps only say something else. */
export const useNamesOf = (steps: readonly Step[]): NamedSteps => {
  const key = JSON.stringify(kindsOf(steps));
  return useMemo(() => {
    const kinds = JSON.parse(key) as ReturnType<typeof kindsOf>;
    return new Map(kinds.map(([id, kind], index) => [id, { number: index + 1, kind }]));
  }, [key]);
};
