import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { onKey } from '../texts/spoken-text.ts';

/** The server takes no more levels and options. */
export const deepestMenu = 3;
export const longestMenu = 12;

export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0'] as const;

/** Where an option stands, or shall stand: in which menu (null = the first one) and before which of its options. */
export interface Place {
  parentId: string | null;
  index: number;
}

export interface Found extends Place {
  entry: MenuEntry;
  /** the options of the same menu, itself among them */
  siblings: MenuEntry[];
  /** 1 = in the first menu */
  depth: number;
}

export const optionsOf = ({ route }: MenuEntry): MenuEntry[] => (route.type === 'menu' ? route.options : []);

export const findOption = (
  menu: MenuEntry[],
  id: string,
  parentId: string | null = null,
  depth = 1,
): Found | null => {
  for (const [index, entry] of menu.entries()) {
    if (entry.id === id) return { entry, parentId, index, siblings: menu, depth };
    const below = findOption(optionsOf(entry), id, entry.id, depth + 1);
    if (below !== null) return below;
  }
  return null;
};

/** The options of one menu; null = the first. A menu that is not there has none. */
export const menuOf = (menu: MenuEntry[], parentId: string | null): MenuEntry[] => {
  if (parentId === null) return menu;
  const found = findOption(menu, parentId);
  return found === null ? [] : optionsOf(found.entry);
};

/** Changes the options of one menu; all else stays as it is. */
const changeMenu = (
  menu: MenuEntry[],
  parentId: string | null,
  change: (options: MenuEntry[]) => MenuEntry[],
): MenuEntry[] => {
  if (parentId === null) return change(menu);
  return menu.map((entry) => {
    if (entry.route.type !== 'menu') return entry;
    const options =
      entry.id === parentId ? change(entry.route.options) : changeMenu(entry.route.options, parentId, change);
    return options === entry.route.options ? entry : { ...entry, route: { type: 'menu', options } };
  });
};

export const changeOption = (menu: MenuEntry[], next: MenuEntry): MenuEntry[] => {
  const found = findOption(menu, next.id);
  if (found === null) return menu;
  return changeMenu(menu, found.parentId, (options) => options.with(found.index, next));
};

export const removeOption = (menu: MenuEntry[], id: string): MenuEntry[] => {
  const found = findOption(menu, id);
  if (found === null) return menu;
  return changeMenu(menu, found.parentId, (options) => options.toSpliced(found.index, 1));
};

/** The first key that is free in a menu; '' when none is. */
const freeKey = (options: MenuEntry[]): string =>
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*'].find((key) =>
    options.every(({ digit }) => digit !== key),
  ) ?? '';

/** Adds an option to the end of a menu, on the first key that is free there. */
export const addOption = (menu: MenuEntry[], parentId: string | null, id: string): MenuEntry[] =>
  changeMenu(menu, parentId, (options) => [
    ...options,
    {
      id,
      digit: freeKey(options),
      label: '',
      spoken: {},
      emergency: false,
      route: { type: 'department', departmentId: null },
    },
  ]);

/** How many levels an option takes, itself among them. */
const levelsOf = (entry: MenuEntry): number => 1 + Math.max(0, ...optionsOf(entry).map(levelsOf));

const depthOf = (menu: MenuEntry[], parentId: string | null): number =>
  parentId === null ? 1 : (findOption(menu, parentId)?.depth ?? 1) + 1;

/** Whether an option may stand in that menu: not in itself, not too deep, not where no room is. */
export const mayMove = (menu: MenuEntry[], id: string, parentId: string | null): boolean => {
  const found = findOption(menu, id);
  if (found === null) return false;
  if (parentId === found.parentId) return true;
  if (parentId !== null) {
    const parent = findOption(menu, parentId);
    const inItself = parentId === id || findOption(optionsOf(found.entry), parentId) !== null;
    if (parent === null || parent.entry.route.type !== 'menu' || inItself) return false;
  }
  const fits = depthOf(menu, parentId) + levelsOf(found.entry) - 1 <= deepestMenu;
  return fits && menuOf(menu, parentId).length < longestMenu;
};

/**
 * Moves an option to another place. In another menu it keeps its key when that is free there, otherwise it takes the
 * first free one. @returns the menu as it was when the option may not stand there
 */
export const moveOption = (menu: MenuEntry[], id: string, { parentId, index }: Place): MenuEntry[] => {
  const found = findOption(menu, id);
  if (found === null || !mayMove(menu, id, parentId)) return menu;
  const same = found.parentId === parentId;
  const without = removeOption(menu, id);
  const others = menuOf(without, parentId);
  const taken = others.some(({ digit }) => digit === found.entry.digit);
  const moved = !same && taken ? onKey(found.entry, freeKey(others)) : found.entry;
  const at = same && found.index < index ? index - 1 : index;
  return changeMenu(without, parentId, (options) => options.toSpliced(at, 0, moved));
};

export const directions = ['up', 'down', 'in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** Where one step leads: past its neighbour, into the sub-menu above it, or out behind its own menu. Null: nowhere. */
export const placeTowards = (menu: MenuEntry[], id: string, direction: Direction): Place | null => {
  const found = findOption(menu, id);
  if (found === null) return null;
  const { parentId, index, siblings } = found;
  const place = ((): Place | null => {
    switch (direction) {
      case 'up':
        return index === 0 ? null : { parentId, index: index - 1 };
      case 'down':
        return index === siblings.length - 1 ? null : { parentId, index: index + 2 };
      case 'in': {
        // The sub-menu above; for the first option, the one below.
        const near = [siblings[index - 1], siblings[index + 1]].find((each) => each?.route.type === 'menu');
        return near === undefined ? null : { parentId: near.id, index: optionsOf(near).length };
      }
      case 'out': {
        const parent = parentId === null ? null : findOption(menu, parentId);
        return parent === null ? null : { parentId: parent.parentId, index: parent.index + 1 };
      }
    }
  })();
  return place !== null && mayMove(menu, id, place.parentId) ? place : null;
};

/** The menu that a caller hears who has pressed these keys; [] when the keys lead out of it. */
export const menuAfterKeys = (menu: MenuEntry[], keys: string): MenuEntry[] =>
  keys.split('').reduce<MenuEntry[]>((options, key) => {
    const chosen = options.find(({ digit }) => digit === key);
    return chosen === undefined ? [] : optionsOf(chosen);
  }, menu);

/** How many options a menu has with all below. */
export const countOptions = (menu: MenuEntry[]): number =>
  menu.reduce((sum, entry) => sum + 1 + countOptions(optionsOf(entry)), 0);
