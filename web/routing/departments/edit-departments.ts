import type {
  MenuEntry,
  RoutingDocument,
  SettingsDocument,
} from '../../../src/routing/rules/routing-document.ts';
import { optionsOf } from '../menu/edit-menu.ts';

/** Everything of the document that leads to a department. */
export interface Dependents {
  options: MenuEntry[];
  staffIds: string[];
}

const leadsTo = ({ route }: MenuEntry, departmentId: string): boolean =>
  'departmentId' in route && route.departmentId === departmentId;

const allOptions = (menu: MenuEntry[]): MenuEntry[] =>
  menu.flatMap((entry) => [entry, ...allOptions(optionsOf(entry))]);

const allSettings = ({ settings, numbers }: RoutingDocument): SettingsDocument[] => [
  settings,
  ...numbers.map((each) => each.settings),
];

export const dependentsOf = (document: RoutingDocument, departmentId: string): Dependents => ({
  options: allSettings(document)
    .flatMap(({ menu }) => allOptions(menu))
    .filter((entry) => leadsTo(entry, departmentId)),
  staffIds: document.staff
    .filter(({ routes }) => routes.some((route) => route.departmentId === departmentId))
    .map(({ staffId }) => staffId),
});

/** Voicemail and assistant go on for the clinic as a whole; a department that is gone is chosen anew. */
const withoutTarget = (menu: MenuEntry[], departmentId: string): MenuEntry[] =>
  menu.map((entry) => {
    const { route } = entry;
    if (route.type === 'menu')
      return { ...entry, route: { type: 'menu', options: withoutTarget(route.options, departmentId) } };
    return 'departmentId' in route && route.departmentId === departmentId
      ? { ...entry, route: { ...route, departmentId: null } }
      : entry;
  });

/** Takes a department out, and everything that leads to it away from it. */
export const removeDepartment = (document: RoutingDocument, departmentId: string): RoutingDocument => {
  const settings = (before: SettingsDocument): SettingsDocument => ({
    ...before,
    menu: withoutTarget(before.menu, departmentId),
  });
  return {
    settings: settings(document.settings),
    numbers: document.numbers.map((each) => ({ ...each, settings: settings(each.settings) })),
    departments: document.departments.filter(({ id }) => id !== departmentId),
    staff: document.staff.map((each) => ({
      ...each,
      routes: each.routes.filter((route) => route.departmentId !== departmentId),
    })),
  };
};

export const addDepartment = (document: RoutingDocument, id: string): RoutingDocument => ({
  ...document,
  departments: [
    ...document.departments,
    { id, name: '', voicemailEmail: null, voicemail: { text: {}, recordings: {} }, emergency: false },
  ],
});

export const changeDepartment = (
  document: RoutingDocument,
  id: string,
  part: Partial<RoutingDocument['departments'][number]>,
): RoutingDocument => ({
  ...document,
  departments: document.departments.map((each) => (each.id === id ? { ...each, ...part } : each)),
});
