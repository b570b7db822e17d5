import type { CallerRule } from '../../../src/routing/rules/routing-document.ts';
import { routeTo, targetOf } from '../menu/menu-target.ts';

/** A rule about VIPs that leads nowhere yet: what it asks is changed more often than not asked. */
export const newRule = (id: string, name: string): CallerRule => ({
  id,
  name,
  when: { vip: true, language: null, balanceOverCents: null, phases: [] },
  alsoClosed: false,
  route: { type: 'department', departmentId: null },
});

export const changeRule = (
  rules: readonly CallerRule[],
  id: string,
  change: Partial<CallerRule>,
): CallerRule[] => rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));

/** One place up (-1) or down (1); at the end it stays where it is. */
export const moveRule = (rules: readonly CallerRule[], id: string, by: -1 | 1): CallerRule[] => {
  const from = rules.findIndex((rule) => rule.id === id);
  const to = from + by;
  const rule = rules[from];
  if (rule === undefined || to < 0 || to >= rules.length) return [...rules];
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule);
};

/** The route as the value of a field, as in the menu. */
export const ruleTarget = (route: CallerRule['route']): string =>
  route.type === 'menu' ? 'menu' : targetOf(route);

export const ruleRouteTo = (target: string, before: CallerRule['route']): CallerRule['route'] => {
  if (target === 'menu') return { type: 'menu' };
  const route = routeTo(target, before.type === 'menu' ? { type: 'menu', options: [] } : before);
  return route.type === 'menu' ? { type: 'menu' } : route;
};
