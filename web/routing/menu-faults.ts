import type { MenuItem } from '../../src/routing/rules/routing-view.ts';

export const menuFaultCodes = [
  'key-taken',
  'label-missing',
  'number-wrong',
  'options-missing',
  'target-gone',
] as const;
export type MenuFault = (typeof menuFaultCodes)[number];

/** By the option's place, as `0/2`. */
export type MenuFaults = Readonly<Record<string, MenuFault>>;

const e164 = /^\+[1-9][0-9]{4,14}$/;

const faultOf = ({ digit, label, route }: MenuItem, before: MenuItem[]): MenuFault | null => {
  if (before.some((each) => each.digit === digit)) return 'key-taken';
  if (label.trim() === '') return 'label-missing';
  if (route.type === 'external' && !e164.test(route.number)) return 'number-wrong';
  if (route.type === 'menu' && route.options.length === 0) return 'options-missing';
  return null;
};

/** What can be seen to be wrong with a menu before the server is asked; {} = nothing. */
export const menuFaults = (menu: MenuItem[], path = ''): MenuFaults => {
  const faults: Record<string, MenuFault> = {};
  for (const [index, item] of menu.entries()) {
    const fault = faultOf(item, menu.slice(0, index));
    if (fault !== null) faults[`${path}${index}`] = fault;
    if (item.route.type === 'menu') Object.assign(faults, menuFaults(item.route.options, `${path}${index}/`));
  }
  return faults;
};

const codes: Record<string, MenuFault> = {
  'this key is taken': 'key-taken',
  'no such staff member in this clinic': 'target-gone',
  'no such department in this clinic': 'target-gone',
  'a sub-menu needs options': 'options-missing',
};

const placeOf = (menu: MenuItem[], keys: string): string | null => {
  const [key, ...rest] = keys.split('');
  // Of two options on one key the server means the later one.
  const index = menu.findLastIndex(({ digit }) => digit === key);
  const item = menu[index];
  if (item === undefined) return null;
  if (rest.length === 0) return String(index);
  const below = item.route.type === 'menu' ? placeOf(item.route.options, rest.join('')) : null;
  return below === null ? null : `${index}/${below}`;
};

/** What the server found wrong (`menu 12: this key is taken; …`), each at its option; {} when it names none. */
export const readMenuFaults = (menu: MenuItem[], detail: string): MenuFaults => {
  const faults: Record<string, MenuFault> = {};
  for (const [, keys = '', words = ''] of detail.matchAll(/menu ([0-9*#]+): ([^;]+)/g)) {
    const place = placeOf(menu, keys);
    const code = codes[words.trim()];
    if (place !== null && code !== undefined) faults[place] ??= code;
  }
  return faults;
};
