import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoutingSnapshot, StaffAtMoment } from '../../routing/rules/routing-snapshot.ts';
import { newInboundCall } from './call-state.ts';
import { callersToFetchBack, type WaitingCall } from './fetch-back.ts';

const member = (id: string, departmentId: string, busyWithCallId: string | null): StaffAtMoment => ({
  id,
  name: id,
  online: true,
  available: true,
  busyWithCallId,
  routes: [{ departmentId, priority: 1, inPortal: true, phone: null, on: true }],
});

const snapshot = (...staff: StaffAtMoment[]) =>
  ({ staff, settings: { maxWaitSeconds: 60 } }) as RoutingSnapshot;

const waiting = (id: string, departmentId: string, woken = false): WaitingCall => ({
  id,
  state: {
    ...newInboundCall('en'),
    phase: { at: 'waiting', woken },
    wish: {
      target: { kind: 'department', departmentId },
      departmentId,
      menuLabel: null,
      tried: [],
      waitingSince: null,
      returnTo: null,
    },
  },
});

test('the one who has waited longest for the person who is free is fetched, not the one who waits for somebody else', () => {
  const free = snapshot(member('olivia', 'billing', null), member('emily', 'treatment', 'call-9'));
  const queue = [waiting('a', 'treatment'), waiting('b', 'billing'), waiting('c', 'billing')];
  assert.deepEqual(callersToFetchBack(free, queue), ['b']);
});

test('as many are fetched as there are people free', () => {
  const free = snapshot(member('olivia', 'billing', null), member('james', 'treatment', null));
  const queue = [waiting('a', 'billing'), waiting('b', 'treatment'), waiting('c', 'billing')];
  assert.deepEqual(callersToFetchBack(free, queue), ['a', 'b']);
});

test('whoever is on the way already keeps their person', () => {
  const free = snapshot(member('olivia', 'billing', null));
  assert.deepEqual(callersToFetchBack(free, [waiting('a', 'billing', true), waiting('b', 'billing')]), []);
});

test('nobody free, nobody fetched', () => {
  assert.deepEqual(
    callersToFetchBack(snapshot(member('olivia', 'billing', 'x')), [waiting('a', 'billing')]),
    [],
  );
});
