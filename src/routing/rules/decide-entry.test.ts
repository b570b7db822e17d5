import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideEntry, type Entry } from './decide-entry.ts';
import type { CallSettings, MenuOption } from './routing-snapshot.ts';
import { billing, optionOf, snapshotOf } from './snapshot-on-trial.ts';

const monday = Temporal.Instant.from('2026-11-16T16:00:00Z'); // 10:00 in Chicago
const sunday = Temporal.Instant.from('2026-11-15T16:00:00Z');
const thanksgiving = Temporal.Instant.from('2026-11-26T16:00:00Z');
const businessHours: CallSettings['businessHours'] = { '1': [['08:00', '18:00']], '4': [['08:00', '18:00']] };
const menu = [optionOf('1', { type: 'department', departmentId: billing })];
const answeringService = '+13125550190';

const cases: [
  title: string,
  settings: Partial<CallSettings>,
  options: MenuOption[],
  now: Temporal.Instant,
  expected: Entry,
][] = [
  ['open: the menu', {}, menu, monday, { go: 'menu', reason: 'open' }],
  ['open: the menu before the assistant', { aiEnabled: true }, menu, monday, { go: 'menu', reason: 'open' }],
  [
    'open, no menu: the assistant',
    { aiEnabled: true, menuEnabled: false },
    menu,
    monday,
    { go: 'assistant', reason: 'open' },
  ],
  [
    'open, menu off: straight to a person',
    { menuEnabled: false },
    menu,
    monday,
    { go: 'staff', reason: 'no-menu' },
  ],
  ['open, menu on but empty: a person', {}, [], monday, { go: 'staff', reason: 'empty-menu' }],
  [
    'a sub-menu alone is no menu',
    {},
    [optionOf('1', { type: 'menu' }, { parentId: 'gone' })],
    monday,
    { go: 'staff', reason: 'empty-menu' },
  ],
  ['closed: voicemail', {}, menu, sunday, { go: 'voicemail', reason: 'after-hours' }],
  [
    'closed, the assistant does not open it',
    { aiEnabled: true },
    menu,
    sunday,
    { go: 'voicemail', reason: 'after-hours' },
  ],
  ['closed, menu wanted', { afterHours: 'menu' }, menu, sunday, { go: 'menu', reason: 'after-hours' }],
  [
    'closed, menu wanted but empty',
    { afterHours: 'menu' },
    [],
    sunday,
    { go: 'voicemail', reason: 'after-hours' },
  ],
  ['closed, staff wanted', { afterHours: 'staff' }, menu, sunday, { go: 'staff', reason: 'after-hours' }],
  [
    'closed, answering service',
    { afterHours: 'external', afterHoursNumber: answeringService },
    menu,
    sunday,
    { go: 'external', number: answeringService, reason: 'after-hours' },
  ],
  [
    'closed, answering service without a number',
    { afterHours: 'external' },
    menu,
    sunday,
    { go: 'voicemail', reason: 'after-hours' },
  ],
  ['holiday', { holidays: { country: 'US' } }, menu, thanksgiving, { go: 'voicemail', reason: 'holiday' }],
  [
    'holiday, staff wanted',
    { holidays: { country: 'US' }, afterHours: 'staff' },
    menu,
    thanksgiving,
    { go: 'staff', reason: 'holiday' },
  ],
];

describe('where a call begins', () => {
  for (const [title, settings, options, now, expected] of cases) {
    test(title, () => {
      const { entry } = decideEntry(snapshotOf({ settings: { businessHours, ...settings }, options }), now);
      assert.deepEqual(entry, expected);
    });
  }

  test('a holiday is named', () => {
    const { opening } = decideEntry(snapshotOf({ settings: { holidays: { country: 'US' } } }), thanksgiving);
    assert.deepEqual(opening, { open: false, reason: 'holiday', holiday: 'Thanksgiving Day' });
  });
});
