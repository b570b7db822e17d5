import type { Language } from '../../clinics/rules/language.ts';
import { hoursFaults } from './check-hours.ts';
import type { UsableRule } from './choose-caller-rule.ts';
import type {
  CallerRule,
  MenuEntry,
  RoutingDocument,
  SettingsDocument,
  StaffRouteEntry,
} from './routing-document.ts';
import type { CallSettings, MenuOption, MenuRoute, RoutingSnapshot } from './routing-snapshot.ts';

/**
 * A document as the decisions about a call see it, with the people as they are at this moment. So a draft is tried out
 * by the function that decides real calls. What of a draft is unfinished is as if it were not there.
 */

const usableRoute = (route: Exclude<MenuEntry['route'], { type: 'menu' }>): MenuRoute | null => {
  switch (route.type) {
    case 'staff':
      return route.staffId === null ? null : { type: 'staff', staffId: route.staffId };
    case 'department':
      return route.departmentId === null ? null : { type: 'department', departmentId: route.departmentId };
    case 'external':
      return route.number === '' ? null : route;
    default:
      return route;
  }
};

const optionsOf = (menu: MenuEntry[], parentId: string | null): MenuOption[] =>
  menu.flatMap(({ id, digit, label, spoken, emergency, route: given }, order): MenuOption[] => {
    const route = given.type === 'menu' ? { type: 'menu' as const } : usableRoute(given);
    if (route === null || digit === '') return [];
    const within = given.type === 'menu' ? optionsOf(given.options, id) : [];
    return [{ id, parentId, digit, label, spoken, emergency, order, route }, ...within];
  });

const usableRules = (rules: readonly CallerRule[]): UsableRule[] =>
  rules.flatMap((rule) => {
    const route = rule.route.type === 'menu' ? rule.route : usableRoute(rule.route);
    return route === null ? [] : [{ ...rule, route }];
  });

/** What of the settings a decision looks at. No caller is spoken to in a language that the clinic does not speak. */
export const callSettingsOf = (
  id: string,
  settings: SettingsDocument,
  languages: readonly Language[],
): CallSettings => {
  const { menu: _, voicemail, voicemailEmail: __, voicemailRetentionDays: ___, ...plain } = settings;
  const timeless = new Set(
    hoursFaults(settings.businessHours).flatMap(({ day, code }) => (code === 'time-wrong' ? [day] : [])),
  );
  const businessHours = Object.fromEntries(
    Object.entries(settings.businessHours).map(([day, spans]) => [day, timeless.has(day) ? [] : spans]),
  );
  return {
    ...plain,
    id,
    callerRules: usableRules(settings.callerRules),
    language: languages.includes(plain.language) ? plain.language : (languages[0] ?? plain.language),
    businessHours,
    greeting: settings.greeting.text,
    voicemailMessage: voicemail.text,
    afterHoursMessage: settings.afterHoursMessage.text,
    recordings: {
      greeting: settings.greeting.recordings,
      voicemail: voicemail.recordings,
      afterHours: settings.afterHoursMessage.recordings,
    },
  };
};

const isUsable = ({ inPortal, phone }: StaffRouteEntry): boolean =>
  inPortal || (phone !== null && phone !== '');

/** @param live what is published, of which the people at this moment are taken */
export const snapshotOfDocument = (
  document: RoutingDocument,
  phoneNumber: string,
  live: RoutingSnapshot,
): RoutingSnapshot => {
  const settings =
    document.numbers.find((own) => own.phoneNumber === phoneNumber)?.settings ?? document.settings;
  const routes = new Map(document.staff.map((entry) => [entry.staffId, entry.routes]));
  return {
    clinic: live.clinic,
    settings: callSettingsOf(live.settings.id, settings, live.clinic.languages),
    options: optionsOf(settings.menu, null),
    departments: document.departments.map(({ id, name, emergency, voicemail }) => ({
      id,
      name,
      emergency,
      voicemailGreeting: voicemail.text,
      voicemailRecordings: voicemail.recordings,
    })),
    staff: live.staff.map((member) => ({
      ...member,
      routes: (routes.get(member.id) ?? [])
        .filter(isUsable)
        .map((route) => ({ ...route, phone: route.phone === '' ? null : route.phone })),
    })),
  };
};
