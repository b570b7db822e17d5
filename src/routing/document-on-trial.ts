import fc from 'fast-check';
import type {
  CallerRule,
  MenuEntry,
  RoutingDocument,
  SettingsDocument,
  StaffRouteEntry,
} from './rules/routing-document.ts';

/** Test data: documents of a clinic that has these people and numbers. All of them can be published. */
export type Place = { staffIds: string[]; phoneNumbers: string[]; departmentIds: string[] };

const text = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
const name = fc.string({ unit: fc.constantFrom(...'abcdefghij'.split('')), minLength: 1, maxLength: 6 });
const spoken = fc.record({ en: text, de: text }, { requiredKeys: [] });
const announcement = spoken.map((typed) => ({ text: typed, recordings: {} }));
const outside = fc.constantFrom('+13125550190', '+493023125190');
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const hours = fc.constantFrom<SettingsDocument['businessHours'][]>(
  {},
  {
    '1': [
      ['08:00', '12:00'],
      ['13:00', '18:00'],
    ],
    '2': [],
  },
  { '5': [['22:00', '06:00']], '6': [['06:00', '12:00']] },
);
const holidays = fc.constantFrom<SettingsDocument['holidays'][]>(
  {},
  { country: 'US', state: 'IL' },
  { country: 'DE', state: 'BY', extra: [{ date: '2026-12-31', name: 'Inventur' }], except: ['2026-01-06'] },
);

const menuIn = (place: Place, departmentIds: string[], depth: number): fc.Arbitrary<MenuEntry[]> => {
  const department =
    departmentIds.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...departmentIds));
  const routes: fc.Arbitrary<MenuEntry['route']>[] = [
    fc.constantFrom(...place.staffIds).map((staffId) => ({ type: 'staff', staffId })),
    department.map((departmentId) => ({ type: 'voicemail', departmentId })),
    fc.record({ type: fc.constant('ai' as const), departmentId: department, fallbackToStaff: fc.boolean() }),
    outside.map((number) => ({ type: 'external', number })),
  ];
  if (departmentIds.length > 0)
    routes.push(
      fc.constantFrom(...departmentIds).map((departmentId) => ({ type: 'department', departmentId })),
    );
  if (depth > 1)
    routes.push(menuIn(place, departmentIds, depth - 1).map((options) => ({ type: 'menu', options })));
  const option = fc.record({
    id: fc.constant(''),
    digit: fc.constantFrom(...'0123456789*'.split('')),
    label: name,
    spoken,
    emergency: fc.boolean(),
    route: fc.oneof(...routes),
  });
  return fc.uniqueArray(option, { selector: ({ digit }) => digit, minLength: 1, maxLength: depth + 1 });
};

const rulesIn = (place: Place, departmentIds: string[]): fc.Arbitrary<CallerRule[]> => {
  const routes: fc.Arbitrary<CallerRule['route']>[] = [
    fc.constant({ type: 'menu' as const }),
    fc.constantFrom(...place.staffIds).map((staffId) => ({ type: 'staff' as const, staffId })),
    outside.map((number) => ({ type: 'external' as const, number })),
  ];
  if (departmentIds.length > 0)
    routes.push(
      fc
        .constantFrom(...departmentIds)
        .map((departmentId) => ({ type: 'department' as const, departmentId })),
    );
  const rule = fc.record({
    id: fc.uuid({ version: 7 }),
    name,
    when: fc.record({
      vip: fc.constant(true),
      language: fc.constantFrom('en' as const, 'de' as const, null),
      balanceOverCents: maybe(fc.integer({ min: 0, max: 100_000 })),
      phases: fc.subarray(['proposed', 'active', 'retention'] as const).map((phases) => [...phases]),
    }),
    alsoClosed: fc.boolean(),
    route: fc.oneof(...routes),
  });
  return fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 3 });
};

const settingsIn = (place: Place, departmentIds: string[]): fc.Arbitrary<SettingsDocument> =>
  fc.record({
    language: fc.constantFrom('en', 'de'),
    aiEnabled: fc.boolean(),
    menuEnabled: fc.boolean(),
    greeting: announcement,
    menu: menuIn(place, departmentIds, 3),
    callerRules: rulesIn(place, departmentIds),
    emergencyWords: fc.record(
      { en: fc.uniqueArray(name, { maxLength: 3 }), de: fc.uniqueArray(name, { maxLength: 3 }) },
      { requiredKeys: [] },
    ),
    menuTimeoutSeconds: fc.integer({ min: 1, max: 30 }),
    menuRepeats: fc.integer({ min: 0, max: 5 }),
    ringSeconds: fc.integer({ min: 5, max: 120 }),
    maxWaitSeconds: fc.integer({ min: 0, max: 1800 }),
    voicemailEnabled: fc.boolean(),
    voicemail: announcement,
    voicemailEmail: maybe(fc.constant('desk@lakeside.example')),
    voicemailRetentionDays: fc.integer({ min: 1, max: 3650 }),
    businessHours: hours,
    holidays,
    afterHours: fc.constantFrom('voicemail', 'menu', 'staff', 'external'),
    afterHoursMessage: announcement,
    afterHoursNumber: outside,
  });

const routesIn = (departmentIds: string[]): fc.Arbitrary<StaffRouteEntry[]> =>
  fc.uniqueArray(
    fc.record({
      departmentId: fc.constantFrom(null, ...departmentIds),
      priority: fc.integer({ min: 1, max: 99 }),
      inPortal: fc.constant(true),
      phone: maybe(outside),
      on: fc.boolean(),
    }),
    { selector: ({ departmentId }) => departmentId, maxLength: 3 },
  );

const documentWith = (
  place: Place,
  departmentIds: string[],
  names: string[],
): fc.Arbitrary<RoutingDocument> =>
  fc.record({
    settings: settingsIn(place, departmentIds),
    numbers: fc
      .subarray(place.phoneNumbers)
      .chain((numbers) =>
        fc.tuple(
          ...numbers.map((phoneNumber) =>
            settingsIn(place, departmentIds).map((settings) => ({ phoneNumber, settings })),
          ),
        ),
      ),
    departments: fc.tuple(
      ...departmentIds.map((id, index) =>
        fc.tuple(announcement, fc.boolean()).map(([voicemail, emergency]) => ({
          id,
          name: names[index]!,
          voicemailEmail: null,
          voicemail,
          emergency,
        })),
      ),
    ),
    staff: fc.tuple(
      ...place.staffIds.map((staffId) => routesIn(departmentIds).map((routes) => ({ staffId, routes }))),
    ),
  });

/** Every option with an id of its own. Documents share them, so that between two of them options move about. */
const withOptionIds = (document: RoutingDocument): RoutingDocument => {
  let made = 0;
  const menuOf = (menu: MenuEntry[]): MenuEntry[] =>
    menu.map((option) => {
      made += 1;
      const id = `019a3c52-7d61-7000-8000-${String(made).padStart(12, '0')}`;
      const { route } = option;
      return {
        ...option,
        id,
        route: route.type === 'menu' ? { type: 'menu', options: menuOf(route.options) } : route,
      };
    });
  const settingsOf = (settings: SettingsDocument) => ({ ...settings, menu: menuOf(settings.menu) });
  return {
    ...document,
    settings: settingsOf(document.settings),
    numbers: document.numbers.map((own) => ({ ...own, settings: settingsOf(own.settings) })),
  };
};

export const documentsIn = (place: Place): fc.Arbitrary<RoutingDocument> =>
  fc
    .tuple(
      fc.shuffledSubarray(place.departmentIds),
      fc.uniqueArray(name, { minLength: place.departmentIds.length, maxLength: place.departmentIds.length }),
    )
    .chain(([departmentIds, names]) => documentWith(place, departmentIds, names))
    // As it comes over the wire: plain objects.
    .map((document) => withOptionIds(JSON.parse(JSON.stringify(document)) as RoutingDocument));
