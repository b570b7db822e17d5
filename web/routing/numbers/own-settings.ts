import type {
  MenuEntry,
  RoutingDocument,
  SettingsDocument,
} from '../../../src/routing/rules/routing-document.ts';

/** Options of their own: two with one id would become one. */
const copiedMenu = (menu: MenuEntry[], newId: () => string): MenuEntry[] =>
  menu.map((entry) => ({
    ...entry,
    id: newId(),
    route:
      entry.route.type === 'menu'
        ? { type: 'menu', options: copiedMenu(entry.route.options, newId) }
        : entry.route,
  }));

/** Gives a number settings of its own; they begin as a copy of the clinic's. */
export const giveOwnSettings = (
  document: RoutingDocument,
  phoneNumber: string,
  newId: () => string,
): RoutingDocument => {
  const settings: SettingsDocument = {
    ...document.settings,
    menu: copiedMenu(document.settings.menu, newId),
  };
  return { ...document, numbers: [...document.numbers, { phoneNumber, settings }] };
};

/** Lets a number be answered like all others again. */
export const dropOwnSettings = (document: RoutingDocument, phoneNumber: string): RoutingDocument => ({
  ...document,
  numbers: document.numbers.filter((each) => each.phoneNumber !== phoneNumber),
});
