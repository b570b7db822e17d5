import { createContext, use, useMemo, type ReactNode } from 'react';
import { listsIn, type Step } from '../../src/workflows/rules/steps.ts';

/** The steps of the workflow that is shown, by id. People call them by their numbers. */
export type NamedSteps = ReadonlyMap<string, { number: number; kind: Step['do'] }>;

const kindsOf = (steps: readonly Step[]): [string, Step['do']][] =>
  steps.flatMap((step) => [[step.id, step.do], ...listsIn(step).flatMap(kindsOf)]);

const StepNames = createContext<NamedSteps>(new Map());
export const useNamedSteps = (): NamedSteps => use(StepNames);

/** Stays the same map while steps only say something else. */
const useNamesOf = (steps: readonly Step[]): NamedSteps => {
  const key = JSON.stringify(kindsOf(steps));
  return useMemo(() => {
    const kinds = JSON.parse(key) as ReturnType<typeof kindsOf>;
    return new Map(kinds.map(([id, kind], index) => [id, { number: index + 1, kind }]));
  }, [key]);
};

/** Everything inside calls the steps by their numbers, and not by their ids. */
export const StepNamesOf = ({ steps, children }: { steps: readonly Step[]; children: ReactNode }) => (
  <StepNames value={useNamesOf(steps)}>{children}</StepNames>
);

/** The number before a step in a picture or list. */
export const useStepNumber = (): ((id: string) => number | undefined) => {
  const names = useNamedSteps();
  return (id) => names.get(id)?.number;
};
