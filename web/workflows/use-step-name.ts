import { useTranslation } from 'react-i18next';
import type { Step } from '../../src/workflows/rules/steps.ts';
import { useStepNumber } from './definition-names.tsx';
import { useShortWords } from './use-short-words.ts';
import { useStepWords } from './use-step-words.ts';

const longest = 70;

interface StepName {
  /** wherever a step is spoken of: its number in the picture, and what it does (`4 · SMS`) */
  name: (step: Step) => string;
  /** with all that it says (`4 · Send SMS: “…”`) */
  told: (step: Step) => string;
}

/** What a step is called. */
export const useStepName = (): StepName => {
  const { t } = useTranslation('workflows');
  const number = useStepNumber();
  const shortWords = useShortWords();
  const stepWords = useStepWords();
  const numbered = (step: Step, words: string): string => {
    const known = number(step.id);
    return known === undefined ? words : t('numbered', { number: known, words });
  };
  return {
    name: (step) => {
      const words = shortWords(step);
      const isLong = words.length > longest;
      return numbered(step, isLong ? `${words.slice(0, longest).trimEnd()}…` : words);
    },
    told: (step) =>
      numbered(step, step.do === 'CONDITION' || step.do === 'BRANCH' ? shortWords(step) : stepWords(step)),
  };
};
