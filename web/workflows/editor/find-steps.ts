import type { Step } from '../../../src/workflows/rules/steps.ts';
import { allSteps } from './edit-steps.ts';

const written = new Set(['text', 'subject', 'script', 'machineMessage', 'name']);
/** The steps inside of a step are found by themselves. */
const inside = new Set(['yes', 'no', 'otherwise', 'steps']);

const wordsIn = (value: unknown, isWritten: boolean): string[] => {
  if (typeof value === 'string') return isWritten ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, isWritten));
  return Object.entries(value).flatMap(([name, each]) =>
    inside.has(name) ? [] : wordsIn(each, isWritten || written.has(name)),
  );
};

/**
 * The steps in which all these words stand: in what it is called, or in what somebody wrote into it, in any language.
 *
 * @param called what a step is called on the screen
 */
export const findSteps = (
  steps: readonly Step[],
  search: string,
  called: (step: Step) => string,
): string[] => {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return allSteps(steps)
    .filter((step) => {
      const all = [called(step), ...wordsIn(step, false)].join('\n').toLowerCase();
      return wanted.every((word) => all.includes(word));
    })
    .map(({ id }) => id);
};
