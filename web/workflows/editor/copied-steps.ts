import { stepsSchema, type Step } from '../../../src/workflows/rules/steps.ts';
import { preference } from '../../platform/preference.ts';

/** What was copied, kept in this browser: it is put into another workflow, in another window too. */
const kept = preference('copied-steps', (text): text is string => text !== '');

export const keepCopied = (steps: readonly Step[]): void => kept.write(JSON.stringify(steps));

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** @returns an empty list where there is nothing, or nothing that this version understands */
export const readCopied = (): Step[] => {
  const text = kept.read();
  const steps = text === null ? undefined : stepsSchema.safeParse(read(text)).data;
  return steps ?? [];
};
