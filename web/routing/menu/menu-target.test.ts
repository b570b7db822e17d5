import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { routeTo, targetOf } from './menu-target.ts';

const routes: MenuEntry['route'][] = [
  { type: 'staff', staffId: 'a' },
  { type: 'department', departmentId: 'b' },
  { type: 'staff', staffId: null },
  { type: 'department', departmentId: null },
  { type: 'voicemail', departmentId: null },
  { type: 'voicemail', departmentId: 'b' },
  { type: 'ai', departmentId: 'b', fallbackToStaff: true },
  { type: 'external', number: '+13125550100' },
  { type: 'menu', options: [] },
];

test('every route is the same after it was shown in a field', () => {
  for (const route of routes) assert.deepEqual(routeTo(targetOf(route), route), route);
});

test('a new outside line has no number yet, and a new sub-menu no options', () => {
  const before = { type: 'staff', staffId: 'a' } as const;
  assert.deepEqual(routeTo('external', before), { type: 'external', number: '' });
  assert.deepEqual(routeTo('menu', before), { type: 'menu', options: [] });
});
