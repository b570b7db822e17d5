import { useTranslation } from 'react-i18next';
import type { Channel, Purpose } from '../../src/consent/rules/contact-request.ts';
import type { CheckView } from '../../src/consent/rules/decision-view.ts';
import { useOnTick } from '../ui/clock.ts';
import { calendar, dayOf, plainDate } from '../ui/moment.ts';

/** Names of purposes and channels; null means all of them. */
export const useContactWords = () => {
  const { t } = useTranslation('consent');
  return {
    purpose: (purpose: Purpose | null): string => t(`purposes.${purpose ?? 'every'}`),
    channel: (channel: Channel | null): string => t(`channels.${channel ?? 'every'}`),
  };
};

/** A rule as a sentence with its numbers; one that is newer than this page is shown by its name. */
export const useRuleWords = (): ((rule: string, numbers?: CheckView['numbers']) => string) => {
  const { t, i18n } = useTranslation('consent');
  return (rule, numbers = {}) =>
    i18n.exists(`ruleWords.${rule}`, { ns: 'consent' })
      ? t(`ruleWords.${rule}` as 'ruleWords.us-hours', numbers as { hours: string })
      : rule;
};

/** Moments of a time zone in words: `day` of the past, `time` of what comes. */
export const useMomentWords = (timeZone: string) => {
  const { i18n } = useTranslation();
  const minute = Number(useOnTick((second) => String(second - (second % 60))));
  return {
    day: (at: string): string => plainDate(dayOf(Date.parse(at), timeZone), i18n.language),
    time: (at: string): string => calendar(at, minute, i18n.language, timeZone),
  };
};
