import type { MenuItem } from '../../src/routing/rules/routing-view.ts';

/** Where an option stands: its position in each menu on the way down. */
export type MenuPath = readonly number[];

/** The server takes no more levels and options. */
export const deepestMenu = 3;
export const longestMenu = 12;

export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*'] as const;

const optionsOf = (item: MenuItem | undefined): MenuItem[] =>
  item?.route.type === 'menu' ? item.route.options : [];

/** The options of the menu that this path leads into; [] is the first menu. */
export const menuAt = (menu: MenuItem[], path: MenuPath): MenuItem[] =>
  path.reduce((options, index) => optionsOf(options[index]), menu);

/** Changes the menu that this path leads into; all else stays as it is. */
const changeMenuAt = (
  menu: MenuItem[],
  path: MenuPath,
  change: (options: MenuItem[]) => MenuItem[],
): MenuItem[] => {
  const [first, ...rest] = path;
  if (first === undefined) return change(menu);
  return menu.map((item, index) =>
    index === first && item.route.type === 'menu'
      ? { ...item, route: { type: 'menu', options: changeMenuAt(item.route.options, rest, change) } }
      : item,
  );
};

const split = (path: MenuPath): { parent: MenuPath; index: number } => ({
  parent: path.slice(0, -1),
  index: path.at(-1) ?? 0,
});

export const changeOption = (menu: MenuItem[], path: MenuPath, item: MenuItem): MenuItem[] => {
  const { parent, index } = split(path);
  return changeMenuAt(menu, parent, (options) => options.with(index, item));
};

export const removeOption = (menu: MenuItem[], path: MenuPath): MenuItem[] => {
  const { parent, index } = split(path);
  return changeMenuAt(menu, parent, (options) => options.toSpliced(index, 1));
};

/** Moves an option within its menu; beyond either end it stays where it is. */
export const moveOption = (menu: MenuItem[], path: MenuPath, by: -1 | 1): MenuItem[] => {
  const { parent, index } = split(path);
  return changeMenuAt(menu, parent, (options) => {
    const moved = options[index];
    const target = index + by;
    if (moved === undefined || target < 0 || target >= options.length) return options;
    return options.toSpliced(index, 1).toSpliced(target, 0, moved);
  });
};

/** Adds an option to the menu that this path leads into, on the first key that is free there. */
export const addOption = (menu: MenuItem[], path: MenuPath): MenuItem[] =>
  changeMenuAt(menu, path, (options) => {
    const digit = menuKeys.find((key) => options.every((each) => each.digit !== key)) ?? '1';
    const route = { type: 'voicemail', departmentId: null } as const;
    return [...options, { digit, label: '', spoken: {}, route }];
  });

/** The menu that a caller hears who has pressed these keys; [] when the keys lead out of it. */
export const menuAfterKeys = (menu: MenuItem[], keys: string): MenuItem[] =>
  keys.split('').reduce((options, key) => optionsOf(options.find(({ digit }) => digit === key)), menu);
