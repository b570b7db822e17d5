import { useTranslation } from 'react-i18next';
import type { Step } from '../../../src/workflows/rules/steps.ts';
import { useRuleWords } from '../use-rule-words.ts';
import { useStepWords } from '../use-step-words.ts';

const longest = 70;

/** Any step in words, a condition and a branch too. `shortly`: enough to know which one is meant. */
export const useAnyStepWords = (): { words: (step: Step) => string; shortly: (step: Step) => string } => {
  const { t } = useTranslation('workflows');
  const ruleWords = useRuleWords();
  const stepWords = useStepWords();
  const words = (step: Step): string => {
    if (step.do === 'CONDITION') return t('do.condition', { rule: ruleWords(step.if) });
    return step.do === 'BRANCH' ? t('do.branch') : stepWords(step);
  };
  const shortly = (step: Step): string => {
    const all = words(step);
    return all.length > longest ? `${all.slice(0, longest).trimEnd()}…` : all;
  };
  return { words, shortly };
};
