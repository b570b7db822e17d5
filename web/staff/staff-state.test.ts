import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffView } from '../../src/staff/rules/staff-views.ts';
import { byState, canTakeCall, staffState } from './staff-state.ts';

type Presence = StaffView['presence'];
const person = (name: string, presence: Partial<Presence>, reach: Partial<StaffView> = {}): StaffView => ({
  id: name,
  name,
  title: null,
  departments: [],
  inPortal: true,
  onPhone: false,
  presence: { online: true, available: true, busyWithCallId: null, ringing: false, ...presence },
  ...reach,
});

test('a call counts before the switch, and the switch before the connection', () => {
  assert.equal(staffState(person('A', { busyWithCallId: 'c', available: false })), 'busy');
  assert.equal(staffState(person('A', { available: false, online: false })), 'switched-off');
  assert.equal(staffState(person('A', {})), 'online');
  assert.equal(staffState(person('A', { online: false })), 'offline');
});

test('a telephone that only rings is not yet a call', () => {
  assert.equal(staffState(person('A', { busyWithCallId: 'c', ringing: true })), 'ringing');
});

test('somebody with a phone is reached without a portal', () => {
  const manager = person('M', { online: false }, { inPortal: false, onPhone: true });
  assert.equal(staffState(manager), 'by-phone');
  assert.equal(canTakeCall(manager), true);
});

test('a portal that is open does not count for somebody who takes no calls in it', () => {
  assert.equal(staffState(person('M', { online: true }, { inPortal: false })), 'offline');
});

test('those who can take a call stand first', () => {
  const list = [
    person('Zoe', {}),
    person('Bea', { available: false }),
    person('Ada', { busyWithCallId: 'c' }),
    person('Cem', {}),
  ];
  assert.deepEqual(
    list.toSorted(byState).map((each) => each.name),
    ['Cem', 'Zoe', 'Ada', 'Bea'],
  );
});
