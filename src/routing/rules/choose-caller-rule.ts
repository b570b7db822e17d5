import type { CallerFacts } from './caller-facts.ts';
import type { CallerRule } from './routing-document.ts';
import type { MenuRoute, RoutingSnapshot } from './routing-snapshot.ts';

/** A rule that leads somewhere. `menu`: as everybody's call goes */
export type UsableRule = Omit<CallerRule, 'route'> & { route: MenuRoute };

const conditions: ((when: CallerRule['when'], caller: CallerFacts) => boolean)[] = [
  ({ vip }, caller) => !vip || caller.vip,
  ({ language }, caller) => language === null || caller.language === language,
  ({ balanceOverCents }, caller) =>
    balanceOverCents === null || (caller.balanceCents !== null && caller.balanceCents > balanceOverCents),
  ({ phases }, caller) => phases.length === 0 || phases.some((phase) => caller.phases.includes(phase)),
];

/** A rule that asks nothing is about nobody: it would take everybody's calls. */
export const asksNothing = ({ vip, language, balanceOverCents, phases }: CallerRule['when']): boolean =>
  !vip && language === null && balanceOverCents === null && phases.length === 0;

/** People leave, and departments are closed: a rule that leads there is passed over. */
const isThere = (route: MenuRoute, { staff, departments }: RoutingSnapshot): boolean => {
  if (route.type === 'staff') return staff.some(({ id }) => id === route.staffId);
  const departmentId = 'departmentId' in route ? route.departmentId : null;
  return departmentId === null || departments.some(({ id }) => id === departmentId);
};

/** The first rule that holds for this caller. */
export const chooseCallerRule = (
  snapshot: RoutingSnapshot,
  caller: CallerFacts | null,
  isOpen: boolean,
): UsableRule | null => {
  if (caller === null) return null;
  const holds = ({ when, alsoClosed, route }: UsableRule): boolean =>
    (isOpen || alsoClosed) &&
    !asksNothing(when) &&
    conditions.every((condition) => condition(when, caller)) &&
    isThere(route, snapshot);
  return snapshot.settings.callerRules.find(holds) ?? null;
};
