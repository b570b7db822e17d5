import { numberFault, type Fault, type FaultAt, type Known } from './fault.ts';
import type { MenuEntry, RoutingDocument } from './routing-document.ts';

type Route = MenuEntry['route'];
type Place = { document: RoutingDocument; known: Known };

const takesCalls = ({ staff }: RoutingDocument, wanted: (entry: Entry) => boolean): boolean =>
  staff.some(({ staffId, routes }) =>
    routes.some(({ departmentId, on }) => on && wanted({ staffId, departmentId })),
  );
type Entry = { staffId: string; departmentId: string | null };

const departmentFault = (departmentId: string | null, { document }: Place): Fault['code'] | null =>
  departmentId === null || document.departments.some(({ id }) => id === departmentId) ? null : 'target-gone';

/** Why a call that goes there would not arrive. */
export const routeFault = (route: Route, place: Place): Fault['code'] | null => {
  switch (route.type) {
    case 'staff':
      if (route.staffId === null) return 'target-missing';
      if (!place.known.staffIds.has(route.staffId)) return 'target-gone';
      return takesCalls(place.document, ({ staffId }) => staffId === route.staffId) ? null : 'nobody-answers';
    case 'department': {
      if (route.departmentId === null) return 'target-missing';
      const gone = departmentFault(route.departmentId, place);
      if (gone !== null) return gone;
      const answered = takesCalls(place.document, ({ departmentId }) => departmentId === route.departmentId);
      return answered ? null : 'nobody-answers';
    }
    case 'external':
      return numberFault(route.number, place.known);
    case 'menu':
      return route.options.length === 0 ? 'menu-empty' : null;
    case 'ai':
    case 'voicemail':
      return departmentFault(route.departmentId, place);
  }
};

const digitFault = (digit: string, isTaken: boolean): Fault['code'] | null => {
  if (digit === '') return 'digit-missing';
  // The carrier takes # as the end of the input, so it never arrives.
  if (!/^[0-9*]$/.test(digit)) return 'digit-unusable';
  return isTaken ? 'digit-twice' : null;
};

/** What is wrong with a menu and its sub-menus. */
export const menuFaults = (
  document: RoutingDocument,
  menu: MenuEntry[],
  known: Known,
  at: FaultAt,
): Fault[] => {
  const digits = menu.map(({ digit }) => digit);
  return menu.flatMap(({ id, digit, label, route }, index) => {
    const wrongDigit = digitFault(digit, digits.indexOf(digit) < index);
    const wrongRoute = routeFault(route, { document, known });
    return [
      ...(wrongDigit === null ? [] : [at(wrongDigit, 'menu', id, 'digit')]),
      ...(label.trim() === '' ? [at('label-missing', 'menu', id, 'label')] : []),
      ...(wrongRoute === null ? [] : [at(wrongRoute, 'menu', id, 'route')]),
      ...(route.type === 'menu' ? menuFaults(document, route.options, known, at) : []),
    ];
  });
};
