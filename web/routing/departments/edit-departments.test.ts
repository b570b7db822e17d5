import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MenuEntry, RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { addDepartment, dependentsOf, removeDepartment } from './edit-departments.ts';

const option = (id: string, route: MenuEntry['route']): MenuEntry => ({
  id,
  digit: '1',
  label: id,
  spoken: {},
  emergency: false,
  route,
});
const route = (departmentId: string | null) => ({
  departmentId,
  priority: 1,
  inPortal: true,
  phone: null,
  on: true,
});
const document = {
  settings: {
    menu: [
      option('bills', { type: 'department', departmentId: 'billing' }),
      option('more', {
        type: 'menu',
        options: [option('message', { type: 'voicemail', departmentId: 'billing' })],
      }),
    ],
  },
  numbers: [
    {
      phoneNumber: '+1',
      settings: { menu: [option('ask', { type: 'ai', departmentId: 'billing', fallbackToStaff: true })] },
    },
  ],
  departments: [
    { id: 'billing', name: 'Billing' },
    { id: 'desk', name: 'Desk' },
  ],
  staff: [
    { staffId: 'olivia', routes: [route('billing'), route(null)] },
    { staffId: 'james', routes: [route('desk')] },
  ],
} as unknown as RoutingDocument;

test('everything that leads to a department is found, in every menu', () => {
  const { options, staffIds } = dependentsOf(document, 'billing');
  assert.deepEqual(
    options.map(({ id }) => id),
    ['bills', 'message', 'ask'],
  );
  assert.deepEqual(staffIds, ['olivia']);
});

test('nothing leads to a department that was removed, and all else is kept', () => {
  const left = removeDepartment(document, 'billing');
  assert.deepEqual(dependentsOf(left, 'billing'), { options: [], staffIds: [] });
  assert.deepEqual(
    left.departments.map(({ id }) => id),
    ['desk'],
  );
  assert.deepEqual(left.staff[0]?.routes, [route(null)]);
  assert.deepEqual(left.staff[1], document.staff[1]);
  assert.deepEqual(left.settings.menu[0]?.route, { type: 'department', departmentId: null });
});

test('a new department is the last', () => {
  assert.equal(addDepartment(document, 'new').departments.at(-1)?.id, 'new');
});
