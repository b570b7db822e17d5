import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDocument } from './check-document.ts';
import { documentsIn } from '../document-on-trial.ts';
import type { MenuEntry, RoutingDocument, SettingsDocument } from './routing-document.ts';

const id = (digit: number) => `019a3c52-7d61-7000-8000-00000000000${digit}`;
const [olivia, billing, empty, elsewhere] = [id(1), id(2), id(3), id(9)];
const own = '+13125550100';
const known = {
  staffIds: new Set([olivia]),
  phoneNumbers: new Set([own]),
  recordingIds: new Set<string>(),
  languages: ['de'] as const,
};
const [sample] = fc.sample(
  documentsIn({ staffIds: [olivia], departmentIds: [billing], phoneNumbers: [own] }),
  {
    numRuns: 1,
    seed: 1,
  },
);

const right: RoutingDocument = {
  settings: {
    ...sample!.settings,
    menuEnabled: false,
    menu: [],
    businessHours: {},
    holidays: {},
    afterHours: 'voicemail',
    voicemailEnabled: true,
    voicemailEmail: null,
  },
  numbers: [],
  departments: [billing, empty].map((department, index) => ({
    id: department,
    name: ['Billing', 'Empty'][index]!,
    voicemailEmail: null,
    voicemail: { text: {}, recordings: {} },
    emergency: false,
  })),
  staff: [
    {
      staffId: olivia,
      routes: [{ departmentId: billing, priority: 1, inPortal: true, phone: null, on: true }],
    },
  ],
};
const route = right.staff[0]!.routes[0]!;
const option = (digit: string, to: MenuEntry['route'], of: Partial<MenuEntry> = {}): MenuEntry => ({
  id: id(7),
  digit,
  label: 'x',
  spoken: {},
  emergency: false,
  route: to,
  ...of,
});
const message = { type: 'voicemail', departmentId: null } as const;
const settings = (change: Partial<SettingsDocument>) => ({ settings: { ...right.settings, ...change } });
const menu = (...options: MenuEntry[]) => settings({ menu: options });

const cases: [what: string, change: Partial<RoutingDocument>, faults: string[]][] = [
  ['nothing', {}, []],
  [
    'a name twice',
    { departments: right.departments.map((one) => ({ ...one, name: ' billing ' })) },
    [`departments/${empty}/name name-twice`],
  ],
  [
    'an unreadable e-mail address',
    settings({ voicemailEmail: 'nobody' }),
    ['settings/voicemailEmail email-wrong'],
  ],
  [
    'no number outside',
    settings({ afterHours: 'external', afterHoursNumber: null }),
    ['settings/afterHoursNumber number-missing'],
  ],
  [
    'a number that leads back',
    settings({ afterHours: 'external', afterHoursNumber: own }),
    ['settings/afterHoursNumber own-number'],
  ],
  ['nobody after hours', settings({ voicemailEnabled: false }), ['settings/afterHours turned-away']],
  ['a menu without options', settings({ menuEnabled: true }), ['settings/menu menu-empty']],
  [
    'a key twice',
    menu(option('1', message, { id: id(6) }), option('1', message)),
    [`settings/menu/${id(7)}/digit digit-twice`],
  ],
  ['a key that never arrives', menu(option('#', message)), [`settings/menu/${id(7)}/digit digit-unusable`]],
  ['no key yet', menu(option('', message)), [`settings/menu/${id(7)}/digit digit-missing`]],
  ['no label', menu(option('1', message, { label: ' ' })), [`settings/menu/${id(7)}/label label-missing`]],
  [
    'nobody chosen',
    menu(option('1', { type: 'staff', staffId: null })),
    [`settings/menu/${id(7)}/route target-missing`],
  ],
  [
    'somebody of elsewhere',
    menu(option('1', { type: 'staff', staffId: elsewhere })),
    [`settings/menu/${id(7)}/route target-gone`],
  ],
  [
    'a department of elsewhere',
    menu(option('1', { type: 'voicemail', departmentId: elsewhere })),
    [`settings/menu/${id(7)}/route target-gone`],
  ],
  [
    'a department with nobody',
    menu(option('1', { type: 'department', departmentId: empty })),
    [`settings/menu/${id(7)}/route nobody-answers`],
  ],
  [
    'an empty sub-menu',
    menu(option('1', { type: 'menu', options: [] })),
    [`settings/menu/${id(7)}/route menu-empty`],
  ],
  [
    'a fault in a sub-menu',
    menu(
      option('1', {
        type: 'menu',
        options: [option('1', { type: 'external', number: '12' }, { id: id(8) })],
      }),
    ),
    [`settings/menu/${id(8)}/route number-wrong`],
  ],
  ['an option twice', menu(option('1', message), option('2', message)), [`menu/${id(7)} id-twice`]],
  [
    'no time',
    settings({ businessHours: { '1': [['8', '18:00']] } }),
    ['settings/businessHours/1 time-wrong'],
  ],
  [
    'hours that overlap',
    settings({
      businessHours: {
        '1': [
          ['08:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    }),
    ['settings/businessHours/1 hours-overlap'],
  ],
  [
    'a night into the next morning',
    settings({ businessHours: { '7': [['22:00', '09:00']], '1': [['08:00', '12:00']] } }),
    ['settings/businessHours/1 hours-overlap'],
  ],
  [
    'hours that touch',
    settings({
      businessHours: {
        '1': [
          ['08:00', '12:00'],
          ['12:00', '18:00'],
        ],
        '2': [['00:00', '00:00']],
      },
    }),
    [],
  ],
  [
    'a language that the clinic does not speak',
    settings({ language: 'en' }),
    ['settings/language language-not-spoken'],
  ],
  [
    'an unknown country',
    settings({ holidays: { country: 'XX' } }),
    ['settings/holidays/country country-unknown'],
  ],
  [
    'an unknown state',
    settings({ holidays: { country: 'DE', state: 'XX' } }),
    ['settings/holidays/state state-unknown'],
  ],
  [
    'no day',
    settings({ holidays: { extra: [{ date: '2026-02-30', name: 'never' }] } }),
    ['settings/holidays/extra/0 date-wrong'],
  ],
  [
    'two ways to one department',
    { staff: [{ staffId: olivia, routes: [route, route] }] },
    [`staff/${olivia}/${billing} route-twice`],
  ],
  [
    'no way at all',
    { staff: [{ staffId: olivia, routes: [{ ...route, inPortal: false }] }] },
    [`staff/${olivia}/${billing} way-missing`],
  ],
  [
    'a phone that is the clinic',
    { staff: [{ staffId: olivia, routes: [{ ...route, phone: own }] }] },
    [`staff/${olivia}/${billing}/phone own-number`],
  ],
  ['nobody at all', { staff: [] }, ['settings nobody-answers']],
  ['somebody who has left', { staff: [...right.staff, { staffId: elsewhere, routes: [route] }] }, []],
];

for (const [what, change, faults] of cases)
  test(`told: ${what}`, () => {
    const found = checkDocument({ ...right, ...change }, known);
    assert.deepEqual(
      found.map(({ path, code }) => `${path.join('/')} ${code}`),
      faults,
    );
  });
