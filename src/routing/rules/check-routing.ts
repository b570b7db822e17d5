import Holidays from 'date-holidays';
import type { MenuItem, SettingsView, StaffRouteView } from './routing-view.ts';

/** What of a clinic a menu or a route may lead to. */
export type Targets = { departmentIds: ReadonlySet<string>; staffIds: ReadonlySet<string> };

const targetFault = ({ route }: MenuItem, { departmentIds, staffIds }: Targets): string | null => {
  if (route.type === 'staff')
    return staffIds.has(route.staffId) ? null : 'no such staff member in this clinic';
  const departmentId = 'departmentId' in route ? route.departmentId : null;
  return departmentId === null || departmentIds.has(departmentId)
    ? null
    : 'no such department in this clinic';
};

const itemFaults = (item: MenuItem, isTaken: boolean, targets: Targets): string[] => {
  const target = targetFault(item, targets);
  return [
    ...(isTaken ? ['this key is taken'] : []),
    // The carrier takes it as the end of the input, so it never arrives.
    ...(item.digit === '#' ? ['this key cannot be used'] : []),
    ...(target === null ? [] : [target]),
    ...(item.route.type === 'menu' && item.route.options.length === 0 ? ['a sub-menu needs options'] : []),
  ];
};

/** What is wrong with a menu, each with the keys that lead there; [] = nothing. */
export const menuFaults = (menu: MenuItem[], targets: Targets, path = ''): string[] => {
  const digits = menu.map(({ digit }) => digit);
  return menu.flatMap((item, index) => {
    const here = `menu ${path}${item.digit}`;
    const faults = itemFaults(item, digits.indexOf(item.digit) < index, targets);
    return [
      ...faults.map((fault) => `${here}: ${fault}`),
      ...(item.route.type === 'menu' ? menuFaults(item.route.options, targets, `${path}${item.digit}`) : []),
    ];
  });
};

/** What is wrong with the routes of one staff member; [] = nothing. */
export const staffRouteFaults = (routes: StaffRouteView[], { departmentIds }: Targets): string[] => {
  const wanted = routes.map(({ departmentId }) => departmentId);
  return routes.flatMap(({ departmentId, inPortal, phone }, index) => {
    const faults = [
      ...(wanted.indexOf(departmentId) < index ? ['a second route for the same department'] : []),
      ...(departmentId === null || departmentIds.has(departmentId)
        ? []
        : ['no such department in this clinic']),
      ...(inPortal || phone !== null ? [] : ['the portal or a phone is needed']),
    ];
    return faults.map((fault) => `routes/${index}: ${fault}`);
  });
};

const holidayFaults = ({ country, state }: SettingsView['holidays']): string[] => {
  const calendar = new Holidays();
  if (country === undefined) return state === undefined ? [] : ['holidays/state: a country is needed'];
  if (!Object.hasOwn(calendar.getCountries(), country))
    return ['holidays/country: no calendar of this country is known'];
  const known = state === undefined || Object.hasOwn(calendar.getStates(country) ?? {}, state);
  return known ? [] : ['holidays/state: this country has no such state'];
};

/** What is wrong with settings as a whole, each field being right by itself. */
export const settingsFaults = ({ afterHours, afterHoursNumber, holidays }: SettingsView): string[] => [
  ...(afterHours === 'external' && afterHoursNumber === null
    ? ['afterHoursNumber: needed when afterHours is "external"']
    : []),
  ...holidayFaults(holidays),
];
