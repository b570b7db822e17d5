import { useTranslation } from 'react-i18next';
import type { StepAspect } from '../../../src/workflows/rules/step-aspects.ts';
import type { BranchStep, Localized, Step } from '../../../src/workflows/rules/steps.ts';
import { channelsOf, isSend } from '../../../src/workflows/rules/send.ts';
import { useThingName } from '../definition-names.tsx';
import { useRuleWords } from '../use-rule-words.ts';
import { useShortWords } from '../use-short-words.ts';
import { useMomentWords } from '../use-step-words.ts';

type Language = 'en' | 'de';

const textIn = (step: Step, part: string, language: Language): string | undefined => {
  const own = (texts: Localized | undefined): string | undefined => texts?.[language];
  if (step.do === 'MAKE_PHONE_CALL')
    return part === 'script'
      ? own(step.script)
      : own(part === 'machineMessage' ? step.machineMessage : undefined);
  if ((step.do !== 'SEND' && step.do !== 'SEND_SMS') || 'templateId' in step.content) return undefined;
  return part === 'text'
    ? own(step.content.text)
    : own(part === 'subject' ? step.content.subject : undefined);
};

/** What one thing about a step is called, and how it stands; null: there is none. */
export const useAspectWords = () => {
  const { t } = useTranslation(['versions', 'workflows']);
  const ruleWords = useRuleWords();
  const momentWords = useMomentWords();
  const shortWords = useShortWords();
  const thingName = useThingName();
  const chosen = (id: string | undefined): string | null =>
    id === undefined ? null : (thingName(id) ?? t('chosen'));

  const branchWords = ({ branches, by }: BranchStep): string =>
    branches
      .map(({ name, percent, if: rule }) =>
        by === 'percent'
          ? t('workflows:do.share', { name, percent: percent ?? 0 })
          : `${name}: ${rule === undefined ? '–' : ruleWords(rule)}`,
      )
      .join(' · ');
  const callWords = (aspect: StepAspect, step: Extract<Step, { do: 'MAKE_PHONE_CALL' }>): string | null => {
    if (aspect === 'keys')
      return Object.entries(step.keys)
        .map(([key, meaning]) => t(`workflows:keys.${meaning}`, { key }))
        .join(' · ');
    if (aspect === 'retry') return step.retry === undefined ? null : t('retry', { count: step.retry.times });
    return chosen(step.departmentId);
  };
  const choiceWords = (aspect: StepAspect, step: Step): string | null => {
    if (step.do === 'CONDITION') return ruleWords(step.if);
    if (step.do !== 'BRANCH') return null;
    return aspect === 'by' ? t(step.by === 'percent' ? 'byShare' : 'byCondition') : branchWords(step);
  };
  const waitWords = (aspect: StepAspect, step: Extract<Step, { do: 'WAIT' }>): string | null => {
    if (aspect === 'ifPast') return t(`late.${step.ifPast}`);
    if (aspect === 'for') return momentWords(step.for);
    return step.asSoonAs === undefined ? null : ruleWords(step.asSoonAs);
  };
  const sendWords = (aspect: StepAspect, step: Step): string | null => {
    if (!isSend(step)) return null;
    const [first, ...others] = channelsOf(step).map((channel) => t(`workflows:channels.${channel}`));
    if (aspect === 'channel') return first ?? null;
    if (aspect === 'fallback') return others.length === 0 ? null : others.join(', ');
    return 'content' in step && 'templateId' in step.content ? chosen(step.content.templateId) : null;
  };
  const valueWords = (aspect: StepAspect, step: Step): string | null => {
    const [part = '', language] = aspect.split('.');
    if (language !== undefined) return textIn(step, part, language as Language) ?? null;
    if (aspect === 'do') return shortWords(step);
    if (step.do === 'WAIT') return waitWords(aspect, step);
    if (step.do === 'MAKE_PHONE_CALL') return callWords(aspect, step);
    if (aspect === 'note') return 'text' in step ? step.text : null;
    if (aspect === 'due') return 'due' in step && step.due ? momentWords(step.due) : null;
    if (aspect === 'staffId') return 'staffId' in step ? chosen(step.staffId) : null;
    return isSend(step) ? sendWords(aspect, step) : choiceWords(aspect, step);
  };
  const label = (aspect: StepAspect): string => {
    const [part, language] = aspect.split('.');
    return language === undefined
      ? t(`aspects.${aspect as 'do'}`)
      : t(`aspects.${part as 'text'}`, { language: t(`languages.${language as Language}`) });
  };
  return { label, valueWords };
};
