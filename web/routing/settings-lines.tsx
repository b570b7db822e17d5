import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../src/routing/rules/routing-view.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { isAlwaysOpen, weekdayName, weekdays } from './opening-days.ts';
import classes from './settings-section.module.css';
import { spokenLanguages, type SpokenText } from './spoken-text.ts';

/** The settings to read. */
export const SettingsLines = ({ settings }: { settings: SettingsView }) => {
  const { t, i18n } = useTranslation('routing');
  const { format } = usePhoneNumbers();
  const { businessHours, holidays, afterHoursNumber } = settings;
  const onOff = (on: boolean): string => (on ? t('settings.yes') : t('settings.no'));
  const texts = (label: string, spoken: SpokenText): [string, string][] =>
    spokenLanguages.map((language) => [
      `${label}, ${t(`settings.in.${language}`)}`,
      spoken[language] ?? t('settings.builtIn'),
    ]);
  const days = weekdays.map((day): [string, string] => [
    weekdayName(day, i18n.language),
    (businessHours[day] ?? []).map((span) => span.join('–')).join(', ') || t('settings.closed'),
  ]);
  const lines: [string, string][] = [
    [t('settings.menuEnabled'), onOff(settings.menuEnabled)],
    [t('settings.ringSeconds'), String(settings.ringSeconds)],
    [t('settings.maxWaitSeconds'), String(settings.maxWaitSeconds)],
    ...texts(t('settings.greeting'), settings.greeting),
    [t('settings.voicemailEnabled'), onOff(settings.voicemailEnabled)],
    [t('settings.voicemailEmail'), settings.voicemailEmail ?? '–'],
    [t('settings.voicemailRetentionDays'), String(settings.voicemailRetentionDays)],
    ...texts(t('settings.voicemailMessage'), settings.voicemailMessage),
    ...(isAlwaysOpen(businessHours)
      ? ([[t('settings.opening'), t('settings.alwaysOpen')]] satisfies [string, string][])
      : days),
    [t('settings.holidays'), [holidays.country, holidays.state].filter(Boolean).join(', ') || '–'],
    [t('settings.afterHours'), t(`settings.afterHoursWays.${settings.afterHours}`)],
    [t('settings.afterHoursNumber'), afterHoursNumber === null ? '–' : format(afterHoursNumber)],
    ...texts(t('settings.afterHoursMessage'), settings.afterHoursMessage),
  ];
  return (
    <dl className={classes.lines}>
      {lines.map(([label, value]) => (
        <div key={label} className={classes.line}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
