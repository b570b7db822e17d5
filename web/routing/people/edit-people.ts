import type { RoutingDocument, StaffRouteEntry } from '../../../src/routing/rules/routing-document.ts';

type Staff = RoutingDocument['staff'];

/** One person in one department: how they are rung for it. */
export interface Rung {
  staffId: string;
  route: StaffRouteEntry;
}

/** Who is rung for a department (null: for nobody in particular), first to last; each group rings together. */
export const groupsFor = (staff: Staff, departmentId: string | null): Rung[][] => {
  const rung = staff.flatMap(({ staffId, routes }) =>
    routes.filter((route) => route.departmentId === departmentId).map((route) => ({ staffId, route })),
  );
  const byPriority = Map.groupBy(rung, ({ route }) => route.priority);
  return [...byPriority].toSorted(([one], [other]) => one - other).map(([, group]) => group);
};

const changeRoutes = (
  staff: Staff,
  staffId: string,
  change: (routes: StaffRouteEntry[]) => StaffRouteEntry[],
): Staff =>
  staff.some((each) => each.staffId === staffId)
    ? staff.map((each) => (each.staffId === staffId ? { ...each, routes: change(each.routes) } : each))
    : [...staff, { staffId, routes: change([]) }];

export const changeRoute = (staff: Staff, { staffId, route }: Rung, part: Partial<StaffRouteEntry>): Staff =>
  changeRoutes(staff, staffId, (routes) =>
    routes.map((each) => (each.departmentId === route.departmentId ? { ...each, ...part } : each)),
  );

/** Gives the groups the numbers 1, 2, 3 … in this order; everything else of a route stays. */
const numbered = (staff: Staff, groups: Rung[][]): Staff =>
  groups
    .filter((group) => group.length > 0)
    .reduce(
      (changed, group, index) =>
        group.reduce((each, rung) => changeRoute(each, rung, { priority: Math.min(99, index + 1) }), changed),
      staff,
    );

export const removeRoute = (staff: Staff, { staffId, route }: Rung): Staff => {
  const without = changeRoutes(staff, staffId, (routes) =>
    routes.filter((each) => each.departmentId !== route.departmentId),
  );
  return numbered(without, groupsFor(without, route.departmentId));
};

/** Somebody new is rung last, in the portal. */
export const addRoute = (staff: Staff, staffId: string, departmentId: string | null): Staff => {
  const last = groupsFor(staff, departmentId).at(-1)?.[0]?.route.priority ?? 0;
  const route = { departmentId, priority: Math.min(99, last + 1), inPortal: true, phone: null, on: true };
  return changeRoutes(staff, staffId, (routes) => [...routes, route]);
};

const indexOf = (groups: Rung[][], staffId: string): number =>
  groups.findIndex((group) => group.some((each) => each.staffId === staffId));

/** Where somebody is to be rung: with this person, or in a group of their own before or after them. */
export type RingPlace = { how: 'with' | 'before' | 'after'; staffId: string };

export const moveRing = (
  staff: Staff,
  departmentId: string | null,
  staffId: string,
  { how, staffId: other }: RingPlace,
): Staff => {
  const groups = groupsFor(staff, departmentId);
  const moved = groups.flat().find((each) => each.staffId === staffId);
  if (moved === undefined || other === staffId || indexOf(groups, other) < 0) return staff;
  const without = groups.map((group) => group.filter((each) => each !== moved));
  const at = indexOf(without, other);
  const next =
    how === 'with'
      ? without.with(at, [...without[at]!, moved])
      : without.toSpliced(how === 'before' ? at : at + 1, 0, [moved]);
  return numbered(staff, next);
};

/**
 * One step up or down: out of a shared group into one of their own, from one of their own into the next.
 * Null: there is no further step.
 */
export const stepRing = (
  staff: Staff,
  departmentId: string | null,
  staffId: string,
  by: -1 | 1,
): Staff | null => {
  const groups = groupsFor(staff, departmentId);
  const at = indexOf(groups, staffId);
  const own = groups[at];
  if (own === undefined) return null;
  const companion = own.find((each) => each.staffId !== staffId);
  if (companion !== undefined) {
    const how = by < 0 ? 'before' : 'after';
    return moveRing(staff, departmentId, staffId, { how, staffId: companion.staffId });
  }
  const next = groups[at + by]?.[0];
  return next === undefined
    ? null
    : moveRing(staff, departmentId, staffId, { how: 'with', staffId: next.staffId });
};
