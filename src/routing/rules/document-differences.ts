import { z } from 'zod';
import type { CallerRule, MenuEntry, RoutingDocument, SettingsDocument } from './routing-document.ts';

/**
 * What differs between two documents, one entry for each thing a person would name. Paths lead by ids, not by places in a
 * list: `settings/menu/<option>/digit`, `numbers/+13125550100/ringSeconds`, `departments/<id>/name`,
 * `staff/<id>/<department or "general">/priority`; an order is `…/menu/<sub-menu or "first">/order` or `departments/order`.
 */
export const differenceSchema = z.object({
  path: z.array(z.string()),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.unknown().describe('null: not there'),
  after: z.unknown(),
});
export type Difference = z.infer<typeof differenceSchema>;

type Path = readonly string[];
type Fields = Record<string, unknown>;

/** The same text for the same value, whatever the order of its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner as Fields).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : inner,
  ) ?? 'null';

const valueDifference = (path: Path, before: unknown = null, after: unknown = null): Difference[] =>
  canonical(before) === canonical(after)
    ? []
    : [
        {
          path: [...path],
          kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
          before,
          after,
        },
      ];

const changedValue = (path: Path, before: unknown, after: unknown): Difference[] =>
  valueDifference(path, before, after).map((difference) => ({ ...difference, kind: 'changed' }));

/** Field by field; `deeper` names those whose own fields are told one by one. */
const fieldDifferences = (
  path: Path,
  before: Fields,
  after: Fields,
  deeper: readonly string[] = [],
): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [from = null, to = null] = [before[field], after[field]];
    return deeper.includes(field)
      ? fieldDifferences([...path, field], (from ?? {}) as Fields, (to ?? {}) as Fields, announcementParts)
      : changedValue([...path, field], from, to);
  });

const announcementParts = ['text', 'recordings'];
const settingsParts = [
  'emergencyWords',
  'greeting',
  'voicemail',
  'afterHoursMessage',
  'businessHours',
  'holidays',
];

const orderDifference = (path: Path, before: readonly string[], after: readonly string[]): Difference[] => {
  const both = new Set(before).intersection(new Set(after));
  const kept = (ids: readonly string[]) => ids.filter((id) => both.has(id));
  return changedValue([...path, 'order'], kept(before), kept(after));
};

type PlacedOption = { id: string; within: string | null; fields: Fields };

const flat = (menu: MenuEntry[], within: string | null = null): PlacedOption[] =>
  menu.flatMap(({ id, route, ...fields }) => [
    { id, within, fields: { ...fields, route: route.type === 'menu' ? { type: 'menu' } : route } },
    ...(route.type === 'menu' ? flat(route.options, id) : []),
  ]);

const optionDifferences = (path: Path, before: PlacedOption, after: PlacedOption): Difference[] => [
  ...(before.within === after.within
    ? []
    : [
        {
          path: [...path],
          kind: 'moved' as const,
          before: { within: before.within },
          after: { within: after.within },
        },
      ]),
  ...fieldDifferences(path, before.fields, after.fields, ['spoken']),
];

/** Entries that both sides have are compared by `inside`; the others were added or removed as a whole. */
const entryDifferences = <T>(
  path: Path,
  [before, after]: [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
  inside: (path: Path, before: T, after: T) => Difference[],
  shown: (entry: T) => unknown = (entry) => entry,
): Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)];
    const here = [...path, key];
    return from !== undefined && to !== undefined
      ? inside(here, from, to)
      : valueDifference(here, from === undefined ? null : shown(from), to === undefined ? null : shown(to));
  });

const menuDifferences = (path: Path, before: MenuEntry[], after: MenuEntry[]): Difference[] => {
  const [from, to] = [flat(before), flat(after)];
  const byId = (options: PlacedOption[]) => new Map(options.map((option) => [option.id, option]));
  const menus = [...new Set([...from, ...to].map(({ within }) => within))];
  const idsIn = (options: PlacedOption[], menu: string | null) =>
    options.filter(({ within }) => within === menu).map(({ id }) => id);
  return [
    ...entryDifferences(path, [byId(from), byId(to)], optionDifferences, ({ within, fields }) => ({
      ...fields,
      within,
    })),
    ...menus.flatMap((menu) =>
      orderDifference([...path, menu ?? 'first'], idsIn(from, menu), idsIn(to, menu)),
    ),
  ];
};

const ruleDifferences = (
  path: Path,
  before: readonly CallerRule[],
  after: readonly CallerRule[],
): Difference[] => {
  const byId = (rules: readonly CallerRule[]) => new Map(rules.map(({ id, ...rule }) => [id, rule]));
  return [
    ...entryDifferences(path, [byId(before), byId(after)], (here, from, to) =>
      fieldDifferences(here, from, to),
    ),
    ...orderDifference(
      path,
      before.map(({ id }) => id),
      after.map(({ id }) => id),
    ),
  ];
};

const settingsDifferences = (path: Path, before: SettingsDocument, after: SettingsDocument): Difference[] => {
  const [
    { menu: menuBefore, callerRules: rulesBefore, ...from },
    { menu: menuAfter, callerRules: rulesAfter, ...to },
  ] = [before, after];
  return [
    ...fieldDifferences(path, from, to, settingsParts),
    ...menuDifferences([...path, 'menu'], menuBefore, menuAfter),
    ...ruleDifferences([...path, 'callerRules'], rulesBefore, rulesAfter),
  ];
};

const routesOf = ({ staff }: RoutingDocument) =>
  new Map(
    staff.flatMap(({ staffId, routes }) =>
      routes.map((route): [string, { staffId: string; department: string; route: Fields }] => {
        const department = route.departmentId ?? 'general';
        return [`${staffId}/${department}`, { staffId, department, route }];
      }),
    ),
  );

const staffDifferences = (before: RoutingDocument, after: RoutingDocument): Difference[] =>
  entryDifferences(
    ['staff'],
    [routesOf(before), routesOf(after)],
    (path, from, to) => fieldDifferences(path, from.route, to.route),
    ({ route }) => route,
  ).map((difference) => ({ ...difference, path: difference.path.flatMap((part) => part.split('/')) }));

const departmentDifferences = (before: RoutingDocument, after: RoutingDocument): Difference[] => {
  const byId = ({ departments }: RoutingDocument) => new Map(departments.map((entry) => [entry.id, entry]));
  const ids = ({ departments }: RoutingDocument) => departments.map(({ id }) => id);
  return [
    ...entryDifferences(['departments'], [byId(before), byId(after)], (path, from, to) =>
      fieldDifferences(path, from, to, ['voicemail']),
    ),
    ...orderDifference(['departments'], ids(before), ids(after)),
  ];
};

/** What changes when `before` becomes `after`; [] = they mean the same. */
export const documentDifferences = (before: RoutingDocument, after: RoutingDocument): Difference[] => {
  const numbers = (document: RoutingDocument) =>
    new Map(document.numbers.map(({ phoneNumber, settings }) => [phoneNumber, settings]));
  return [
    ...settingsDifferences(['settings'], before.settings, after.settings),
    ...entryDifferences(['numbers'], [numbers(before), numbers(after)], settingsDifferences),
    ...departmentDifferences(before, after),
    ...staffDifferences(before, after),
  ];
};
