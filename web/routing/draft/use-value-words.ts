import { useTranslation } from 'react-i18next';
import type { CallerRule, MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { formatDuration } from '../../ui/duration.ts';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { plainDate } from '../../ui/moment.ts';
import { languageName } from '../texts/language-names.ts';
import { holidayCountry } from '../hours/holiday-country.ts';
import type { DocumentNames } from './use-document-words.ts';

type Route = MenuEntry['route'] | CallerRule['route'];
type OwnDay = { date: string; name: string };

/** A value of which only people's words or a number are expected; anything else says nothing. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const longest = 90;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Where an option leads, by names. */
const useRouteWords = (names: DocumentNames): ((route: Route) => string) => {
  const { t } = useTranslation('routing');
  const { format } = usePhoneNumbers();
  return (route) => {
    switch (route.type) {
      case 'staff':
        return route.staffId === null ? t('targets.notChosen') : names.person(route.staffId);
      case 'department':
        return route.departmentId === null ? t('targets.notChosen') : names.department(route.departmentId);
      case 'voicemail':
        return route.departmentId === null
          ? t('targets.general')
          : t('targets.voicemailOf', { name: names.department(route.departmentId) });
      case 'ai':
        return route.departmentId === null
          ? t('targets.ai')
          : t('targets.aiFor', { name: names.department(route.departmentId) });
      case 'external':
        return format(route.number);
      case 'menu':
        return 'options' in route ? t('targets.menu') : t('targets.asEverybody');
    }
  };
};

type When = CallerRule['when'];

/** Whose calls a rule is about. */
const useWhenWords = (): ((when: When | null) => string) => {
  const { t, i18n } = useTranslation(['routing', 'care']);
  return (when) => {
    if (when === null) return t('words.none');
    const money = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2 });
    const parts = [
      ...(when.vip ? [t('callers.vip')] : []),
      ...(when.language === null ? [] : [languageName(when.language, i18n.language)]),
      ...(when.balanceOverCents === null
        ? []
        : [t('callers.balanceWords', { amount: money.format(when.balanceOverCents / 100) })]),
      ...when.phases.map((phase) => t(`care:phases.${phase}`)),
    ];
    return parts.join(', ') || t('words.none');
  };
};

const spansText = (spans: unknown): string =>
  Array.isArray(spans)
    ? (spans as [string, string][]).map(([from, to]) => `${from || '?'}–${to || '?'}`).join(', ')
    : '';

/** A value of a field in words. */
export const useValueWords = (names: DocumentNames): ((field: string, value: unknown) => string) => {
  const { t, i18n } = useTranslation('routing');
  const { format } = usePhoneNumbers();
  const routeWords = useRouteWords(names);
  const list = (items: string[]): string => items.join(', ') || t('words.none');
  const day = (date: string): string =>
    Number.isNaN(Date.parse(date)) ? date : plainDate(date, i18n.language);
  const whenWords = useWhenWords();
  const special: Record<string, (value: unknown) => string> = {
    hours: (value) => spansText(value) || t('hours.closed'),
    route: (value) => (value === null ? t('words.none') : routeWords(value as Route)),
    when: (value) => whenWords(value as When | null),
    'order-rules': (value) => list((value as string[]).map(names.rule)),
    order: (value) => list((value as string[]).map(names.option)),
    'order-departments': (value) => list((value as string[]).map(names.department)),
    text: (value) => (value === null ? t('texts.builtIn') : `“${shortened(plain(value))}”`),
    spoken: (value) => (value === null ? t('texts.builtIn') : `“${shortened(plain(value))}”`),
    recordings: (value) => t(value === null ? 'words.none' : 'words.aRecording'),
    emergencyWords: (value) =>
      value === null ? t('emergencies.builtIn') : list((value as string[]).map((word) => `“${word}”`)),
    afterHours: (value) => t(`afterHours.ways.${value as 'voicemail'}`),
    language: (value) =>
      new Intl.DisplayNames([i18n.language], { type: 'language' }).of(plain(value)) ?? plain(value),
    phone: (value) => (value === null ? t('words.none') : format(plain(value))),
    afterHoursNumber: (value) => (value === null ? t('words.none') : format(plain(value))),
    maxWaitSeconds: (value) => formatDuration(Number(value)),
    'holidays-country': (value) =>
      value === null ? t('words.none') : holidayCountry(plain(value), i18n.language),
    'holidays-extra': (value) =>
      list(((value ?? []) as OwnDay[]).map(({ date, name }) => `${name} (${day(date)})`)),
    'holidays-except': (value) => list(((value ?? []) as string[]).map(day)),
  };
  return (field, value) => {
    const words = special[field];
    if (words !== undefined) return words(value);
    if (typeof value === 'boolean') return value ? t('words.yes') : t('words.no');
    return plain(value) || t('words.none');
  };
};
