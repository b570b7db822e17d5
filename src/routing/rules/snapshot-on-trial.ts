import type {
  CallSettings,
  MenuOption,
  MenuRoute,
  RoutingSnapshot,
  StaffAtMoment,
  StaffRoute,
} from './routing-snapshot.ts';

/** Test data: a clinic in Chicago that is always open, without a menu. Each test names only what it is about. */

export const billing = 'department-billing';
export const reception = 'department-reception';

const settingsOf = (own: Partial<CallSettings> = {}): CallSettings => ({
  id: 'settings',
  language: 'en',
  aiEnabled: false,
  menuEnabled: true,
  greeting: {},
  callerRules: [],
  emergencyWords: {},
  menuTimeoutSeconds: 5,
  menuRepeats: 2,
  ringSeconds: 20,
  maxWaitSeconds: 0,
  voicemailEnabled: true,
  voicemailMessage: {},
  businessHours: {},
  holidays: {},
  afterHours: 'voicemail',
  afterHoursMessage: {},
  afterHoursNumber: null,
  recordings: { greeting: {}, voicemail: {}, afterHours: {} },
  ...own,
});

export const routeOf = (own: Partial<StaffRoute> = {}): StaffRoute => ({
  departmentId: billing,
  priority: 1,
  inPortal: true,
  phone: null,
  on: true,
  ...own,
});

/** Somebody online, available and free. */
export const staffOf = (
  name: string,
  routes: StaffRoute[],
  own: Partial<StaffAtMoment> = {},
): StaffAtMoment => ({
  id: name,
  name,
  routes,
  online: true,
  available: true,
  busyWithCallId: null,
  ...own,
});

export const optionOf = (digit: string, route: MenuRoute, own: Partial<MenuOption> = {}): MenuOption => ({
  id: `option-${digit}`,
  parentId: null,
  digit,
  label: `choice ${digit}`,
  spoken: {},
  emergency: false,
  order: 0,
  route,
  ...own,
});

export const snapshotOf = (
  own: Partial<Omit<RoutingSnapshot, 'settings'>> & { settings?: Partial<CallSettings> } = {},
): RoutingSnapshot => ({
  clinic: { id: 'clinic', name: 'Lakeside Dental', timeZone: 'America/Chicago', languages: ['en', 'de'] },
  options: [],
  departments: [
    { id: billing, name: 'Billing', emergency: false, voicemailGreeting: {}, voicemailRecordings: {} },
    { id: reception, name: 'Reception', emergency: false, voicemailGreeting: {}, voicemailRecordings: {} },
  ],
  staff: [],
  ...own,
  settings: settingsOf(own.settings),
});

/** The specification's example: billing in the portal first, then its backup, then the manager by phone. */
export const billingTeam = (): StaffAtMoment[] => [
  staffOf('olivia', [routeOf({ priority: 1 })]),
  staffOf('james', [routeOf({ priority: 2 })]),
  staffOf('daniel', [routeOf({ priority: 3, inPortal: false, phone: '+13125550111' })], { online: false }),
];
