import { useTranslation } from 'react-i18next';
import { contentOf, isSend } from '../../../src/workflows/rules/send.ts';
import type { Localized, Step } from '../../../src/workflows/rules/steps.ts';
import { useThingName } from '../definition-names.tsx';
import { useOwnLanguage } from '../use-own-language.ts';
import { useRuleWords } from '../use-rule-words.ts';
import { useShortWords } from '../use-short-words.ts';
import { waysOf, type Way } from './edit-steps.ts';

/** A step in two lines: what it does, and what it says. */
export const useStepTitle = (): ((step: Step) => { title: string; says: string | null }) => {
  const { t } = useTranslation(['editor', 'workflows']);
  const language = useOwnLanguage();
  const shortWords = useShortWords();
  const ruleWords = useRuleWords();
  const thingName = useThingName();
  const own = ({ en, de }: Localized): string =>
    (language === 'de' ? de || en : en || de)?.trim() || t('noText');
  const saidBy = (step: Step): string | null => {
    if (step.do === 'MAKE_PHONE_CALL') return own(step.script);
    if (isSend(step)) {
      const content = contentOf(step);
      if (!('templateId' in content)) return own(content.text);
      const name = thingName(content.templateId);
      return name === undefined ? t('fromTemplate') : t('fromNamed', { name });
    }
    if (step.do === 'WAIT')
      return step.asSoonAs ? t('workflows:wait.asSoonAs', { rule: ruleWords(step.asSoonAs) }) : null;
    return 'text' in step ? step.text.trim() || t('noText') : null;
  };
  return (step) => {
    if (step.do === 'CONDITION')
      return {
        title: step.if.rules.length === 0 ? t('ifEmpty') : shortWords(step),
        says: null,
      };
    return { title: shortWords(step), says: saidBy(step) };
  };
};

/** A way out of a step, as it is named. */
export const useWayName = (): ((step: Step, way: Way) => string) => {
  const { t } = useTranslation(['editor', 'workflows']);
  return (step, way) => {
    if (way === 'yes') return t('ifSo');
    if (typeof way !== 'number' || step.do !== 'BRANCH') return t('workflows:do.otherwise');
    const branch = step.branches[way];
    if (branch === undefined) return '';
    const { name, percent } = branch;
    return step.by === 'percent' ? t('workflows:do.share', { name, percent: percent ?? 0 }) : name;
  };
};

export const holdsOthers = (step: Step): boolean => waysOf(step).length > 0;
