import { useTranslation } from 'react-i18next';
import type { Moment, Span } from '../../src/workflows/rules/moment.ts';
import { contentOf } from '../../src/workflows/rules/send.ts';
import type { LeafStep, Localized, WaitStep } from '../../src/workflows/rules/steps.ts';
import { useThingName } from './definition-names.tsx';
import { useRuleWords } from './use-rule-words.ts';

type Sending = Extract<LeafStep, { do: 'SEND' | 'SEND_SMS' | 'SEND_APPOINTMENT_REMINDER' }>;
type Telling = Extract<LeafStep, { do: 'NOTIFY_TEAM_MEMBER' }>;
type Calling = Extract<LeafStep, { do: 'MAKE_PHONE_CALL' }>;

const units = ['months', 'weeks', 'days', 'hours', 'minutes'] as const;

/** A length of time in words: `2 days, 3 hours`. */
const useSpanWords = (): ((span: Span) => string) => {
  const { i18n } = useTranslation();
  return (span) =>
    units
      .flatMap((unit) => {
        const count = span[unit] ?? 0;
        const style = { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' } as const;
        return count === 0 ? [] : [new Intl.NumberFormat(i18n.language, style).format(count)];
      })
      .join(', ');
};

export const useMomentWords = (): ((moment: Moment) => string) => {
  const { t } = useTranslation('workflows');
  const spanWords = useSpanWords();
  return (moment) => {
    switch (moment.until) {
      case 'later':
      case 'before-appointment':
      case 'after-appointment': {
        const kind =
          moment.until === 'later' ? 'later' : moment.until === 'before-appointment' ? 'before' : 'after';
        const span = spanWords(moment.span);
        return moment.at === undefined
          ? t(`wait.${kind}`, { span })
          : t(`wait.${kind}At`, { span, at: moment.at });
      }
      case 'morning-of-appointment':
        return t('wait.morning', { at: moment.at });
      case 'business-day':
        return t('wait.businessDay', { count: moment.count, at: moment.at });
      case 'time-of-day':
        return t('wait.time', { at: moment.at });
      case 'birthday':
        return moment.daysBefore === 0
          ? t('wait.birthday', { at: moment.at })
          : t('wait.birthdayBefore', { count: moment.daysBefore, at: moment.at });
    }
  };
};

/** A step in words, without what is nested in it. */
export const useStepWords = (): ((step: LeafStep) => string) => {
  const { t, i18n } = useTranslation('workflows');
  const spanWords = useSpanWords();
  const momentWords = useMomentWords();
  const ruleWords = useRuleWords();
  const thingName = useThingName();
  const own = (text: Localized): string =>
    (i18n.language.startsWith('de') ? (text.de ?? text.en) : (text.en ?? text.de)) ?? '';

  const templateWords = (step: Sending, channel: string): string => {
    const content = contentOf(step);
    const template = 'templateId' in content ? thingName(content.templateId) : undefined;
    return template === undefined
      ? t('do.sendTemplate', { channel })
      : t('do.sendNamedTemplate', { channel, template });
  };
  const sendWords = (step: Sending): string => {
    const channel = t(`channels.${step.do === 'SEND_SMS' ? 'sms' : step.channel}`);
    const text = 'content' in step && 'text' in step.content ? own(step.content.text) : null;
    const first = text === null ? templateWords(step, channel) : t('do.send', { channel, text });
    const others = step.do === 'SEND' ? (step.fallback ?? []) : [];
    if (others.length === 0) return first;
    return `${first}, ${t('do.fallback', { channels: others.map((other) => t(`channels.${other}`)).join(t('or')) })}`;
  };
  const callWords = ({ script, keys, retry }: Calling): string =>
    [
      t('do.call', { text: own(script) }),
      ...Object.entries(keys).map(([key, meaning]) => t(`keys.${meaning}`, { key })),
      ...(retry ? [t('do.retry', { count: retry.times, span: spanWords(retry.after) })] : []),
    ].join(' · ');
  const waitWords = (step: WaitStep): string =>
    step.asSoonAs
      ? `${momentWords(step.for)}, ${t('wait.asSoonAs', { rule: ruleWords(step.asSoonAs) })}`
      : momentWords(step.for);

  const teamWords = ({ staffId, text }: Telling): string => {
    const name = thingName(staffId);
    return name === undefined ? t('do.team', { text }) : t('do.oneOfTeam', { name, text });
  };

  return (step) => {
    switch (step.do) {
      case 'WAIT':
        return waitWords(step);
      case 'MAKE_PHONE_CALL':
        return callWords(step);
      case 'CREATE_CALL_NOTE':
        return t('do.note', { text: step.text });
      case 'SCHEDULE_CALLBACK':
        return t('do.callback', { text: step.text });
      case 'NOTIFY_TEAM_MEMBER':
        return teamWords(step);
      case 'RESCHEDULE_APPOINTMENT':
        return t('do.reschedule', { text: step.text });
      case 'SCHEDULE_APPOINTMENT':
        return t('do.schedule', { text: step.text });
      default:
        return sendWords(step);
    }
  };
};
