import Holidays from 'date-holidays';
import { z } from 'zod';
import { hoursFaults } from './check-hours.ts';
import { menuFaults, routeFault } from './check-menu.ts';
import { asksNothing } from './choose-caller-rule.ts';
import { numberFault, twice, type Fault, type FaultAt, type Known } from './fault.ts';
import type { Announcement, RoutingDocument, SettingsDocument } from './routing-document.ts';

export const emailFaults = (email: string | null, at: FaultAt): Fault[] =>
  email === null || z.email().safeParse(email).success ? [] : [at('email-wrong', 'voicemailEmail')];

export const announcementFaults = (
  field: string,
  { recordings }: Announcement,
  known: Known,
  at: FaultAt,
): Fault[] =>
  Object.entries(recordings).flatMap(([language, id]) =>
    id === undefined || known.recordingIds.has(id)
      ? []
      : [at('recording-gone', field, 'recordings', language)],
  );

const calendarFaults = ({ country, state }: SettingsDocument['holidays'], at: FaultAt): Fault[] => {
  if (country === undefined) return state === undefined ? [] : [at('country-unknown', 'holidays', 'country')];
  const calendars = new Holidays();
  if (!Object.hasOwn(calendars.getCountries(), country))
    return [at('country-unknown', 'holidays', 'country')];
  const known = state === undefined || Object.hasOwn(calendars.getStates(country) ?? {}, state);
  return known ? [] : [at('state-unknown', 'holidays', 'state')];
};

const daysOffFaults = ({ extra = [] }: SettingsDocument['holidays'], at: FaultAt): Fault[] => [
  ...extra.flatMap(({ date, name }, index) => [
    ...(z.iso.date().safeParse(date).success ? [] : [at('date-wrong', 'holidays', 'extra', String(index))]),
    ...(name.trim() === '' ? [at('name-missing', 'holidays', 'extra', String(index))] : []),
  ]),
  ...twice(extra.map(({ date }) => date)).map((date) => at('date-twice', 'holidays', 'extra', date)),
];

const closedFaults = (settings: SettingsDocument, known: Known, at: FaultAt): Fault[] => {
  const { afterHours, afterHoursNumber, voicemailEnabled } = settings;
  const wrong = afterHours === 'external' ? numberFault(afterHoursNumber, known) : null;
  return [
    ...(wrong === null ? [] : [at(wrong, 'afterHoursNumber')]),
    ...(afterHours === 'voicemail' && !voicemailEnabled ? [at('turned-away', 'afterHours')] : []),
  ];
};

const callerRuleFaults = (
  document: RoutingDocument,
  { callerRules }: SettingsDocument,
  known: Known,
  at: FaultAt,
): Fault[] =>
  callerRules.flatMap(({ id, name, when, route }) => {
    const wrong = route.type === 'menu' ? null : routeFault(route, { document, known });
    return [
      ...(name.trim() === '' ? [at('name-missing', 'callerRules', id, 'name')] : []),
      ...(asksNothing(when) ? [at('condition-missing', 'callerRules', id, 'when')] : []),
      ...(wrong === null ? [] : [at(wrong, 'callerRules', id, 'route')]),
    ];
  });

/** What is wrong with the settings of the clinic or of one number. */
export const settingsFaults = (
  document: RoutingDocument,
  settings: SettingsDocument,
  known: Known,
  at: FaultAt,
): Fault[] => {
  const needsMenu = settings.menuEnabled || settings.afterHours === 'menu';
  const nobody = document.staff.every(({ routes }) => routes.every(({ on }) => !on));
  return [
    ...(known.languages.includes(settings.language) ? [] : [at('language-not-spoken', 'language')]),
    ...announcementFaults('greeting', settings.greeting, known, at),
    ...announcementFaults('voicemail', settings.voicemail, known, at),
    ...announcementFaults('afterHoursMessage', settings.afterHoursMessage, known, at),
    ...hoursFaults(settings.businessHours).map(({ day, code }) => at(code, 'businessHours', day)),
    ...calendarFaults(settings.holidays, at),
    ...daysOffFaults(settings.holidays, at),
    ...closedFaults(settings, known, at),
    ...emailFaults(settings.voicemailEmail, at),
    ...(needsMenu && settings.menu.length === 0 ? [at('menu-empty', 'menu')] : []),
    ...menuFaults(document, settings.menu, known, at),
    ...callerRuleFaults(document, settings, known, at),
    ...(nobody ? [at(settings.voicemailEnabled ? 'nobody-answers' : 'turned-away')] : []),
  ];
};
