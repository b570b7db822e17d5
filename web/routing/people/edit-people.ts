import type { RoutingView, StaffRouteView } from '../../src/routing/rules/routing-view.ts';

export type People = RoutingView['staff'];

/** One way in which somebody takes calls, and where it stands among theirs. */
export interface PersonRoute {
  staffId: string;
  name: string;
  index: number;
  route: StaffRouteView;
}

export const routeFaultCodes = ['phone-wrong', 'nowhere'] as const;
export type RouteFault = (typeof routeFaultCodes)[number];

/** Who is rung for a department (null: for nobody in particular), first to last. */
export const rungFor = (people: People, departmentId: string | null): PersonRoute[] =>
  people
    .flatMap(({ id, name, routes }) => routes.map((route, index) => ({ staffId: id, name, index, route })))
    .filter(({ route }) => route.departmentId === departmentId)
    .toSorted((a, b) => a.route.priority - b.route.priority || a.name.localeCompare(b.name));

const changeRoutes = (
  people: People,
  staffId: string,
  change: (routes: StaffRouteView[]) => StaffRouteView[],
): People =>
  people.map((person) => (person.id === staffId ? { ...person, routes: change(person.routes) } : person));

export const changeRoute = (people: People, { staffId, index, route }: PersonRoute): People =>
  changeRoutes(people, staffId, (routes) => routes.with(index, route));

export const removeRoute = (people: People, { staffId, index }: PersonRoute): People =>
  changeRoutes(people, staffId, (routes) => routes.toSpliced(index, 1));

/** Somebody new is rung last, in the portal. */
export const addRoute = (people: People, staffId: string, departmentId: string | null): People => {
  const last = rungFor(people, departmentId).at(-1)?.route.priority ?? 0;
  const priority = Math.min(99, last + 1);
  return changeRoutes(people, staffId, (routes) => [
    ...routes,
    { departmentId, priority, inPortal: true, phone: null, on: true },
  ]);
};

/** True when this person is rung for that department. */
export const isRungFor = (people: People, staffId: string, departmentId: string | null): boolean =>
  people.find(({ id }) => id === staffId)?.routes.some((route) => route.departmentId === departmentId) ??
  false;

export const routeFault = ({ inPortal, phone }: StaffRouteView): RouteFault | null => {
  if (phone !== null && !/^\+[1-9][0-9]{4,14}$/.test(phone)) return 'phone-wrong';
  return inPortal || phone !== null ? null : 'nowhere';
};

export const hasRouteFaults = (people: People): boolean =>
  people.some(({ routes }) => routes.some((route) => routeFault(route) !== null));
