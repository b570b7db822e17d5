import { useTranslation } from 'react-i18next';
import type { Step } from '../../src/workflows/rules/steps.ts';
import { channelsOf, isSend } from '../../src/workflows/rules/send.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useMomentWords } from './use-step-words.ts';

/** A step in a word or two: what it does, without what it says. */
export const useShortWords = (): ((step: Step) => string) => {
  const { t } = useTranslation(['gallery', 'workflows']);
  const momentWords = useMomentWords();
  const ruleWords = useRuleWords();
  return (step) => {
    switch (step.do) {
      case 'WAIT':
        return momentWords(step.for);
      case 'CONDITION':
        return t('workflows:do.condition', { rule: ruleWords(step.if) });
      case 'BRANCH':
        return t('workflows:do.branch');
      case 'MAKE_PHONE_CALL':
        return t('short.call');
      case 'CREATE_CALL_NOTE':
        return t('short.note');
      case 'SCHEDULE_CALLBACK':
        return t('short.callback');
      case 'NOTIFY_TEAM_MEMBER':
        return t('short.team');
      case 'RESCHEDULE_APPOINTMENT':
        return t('short.reschedule');
      case 'SCHEDULE_APPOINTMENT':
        return t('short.schedule');
      default: {
        const [first, ...others] = isSend(step)
          ? channelsOf(step).map((channel) => t(`parts.${channel}`))
          : [];
        if (others.length === 0) return first ?? '';
        return t('short.orBy', { first, others: others.join(', ') });
      }
    }
  };
};
