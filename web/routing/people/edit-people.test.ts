import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { addRoute, changeRoute, groupsFor, moveRing, removeRoute, stepRing } from './edit-people.ts';

type Staff = RoutingDocument['staff'];
const route = (departmentId: string | null, priority: number) => ({
  departmentId,
  priority,
  inPortal: true,
  phone: null,
  on: true,
});
const staff: Staff = [
  { staffId: 'olivia', routes: [route('billing', 1), route(null, 7)] },
  { staffId: 'james', routes: [route('billing', 2)] },
  { staffId: 'daniel', routes: [route('billing', 5)] },
];
const order = (people: Staff, department: string | null = 'billing'): string =>
  groupsFor(people, department)
    .map((group) =>
      group
        .map(({ staffId }) => staffId.slice(0, 1))
        .toSorted((one, other) => one.localeCompare(other))
        .join('+'),
    )
    .join(' ');

test('equal numbers ring together, lower ones first', () => {
  assert.equal(order(staff), 'o j d');
  assert.equal(order(changeRoute(staff, groupsFor(staff, 'billing')[2]![0]!, { priority: 1 })), 'd+o j');
});

test('somebody moves before, after and together with somebody else', () => {
  assert.equal(order(moveRing(staff, 'billing', 'daniel', { how: 'before', staffId: 'olivia' })), 'd o j');
  assert.equal(order(moveRing(staff, 'billing', 'daniel', { how: 'with', staffId: 'olivia' })), 'd+o j');
  assert.equal(order(moveRing(staff, 'billing', 'olivia', { how: 'after', staffId: 'james' })), 'j o d');
});

test('steps lead through shared groups and own ones, to either end and no further', () => {
  const steps: string[] = [];
  let now: Staff | null = staff;
  while (now !== null) {
    steps.push(order(now));
    now = stepRing(now, 'billing', 'daniel', -1);
  }
  assert.deepEqual(steps, ['o j d', 'o d+j', 'o d j', 'd+o j', 'd o j']);
  assert.equal(stepRing(staff, 'billing', 'daniel', 1), null);
});

test('other departments keep their order', () => {
  const moved = moveRing(staff, 'billing', 'olivia', { how: 'after', staffId: 'daniel' });
  assert.deepEqual(moved[0]?.routes[1], route(null, 7));
});

test('somebody new is rung last, and whoever leaves closes the gap', () => {
  const grown = addRoute(staff, 'carla', 'billing');
  assert.equal(order(grown), 'o j d c');
  const left = removeRoute(grown, groupsFor(grown, 'billing')[0]![0]!);
  assert.equal(order(left), 'j d c');
  assert.deepEqual(
    groupsFor(left, 'billing').map(([first]) => first?.route.priority),
    [1, 2, 3],
  );
});

test('a step down takes a step up back', () => {
  const people = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(people, fc.nat(), (priorities, which) => {
      const crowd = priorities.map((priority, index) => ({
        staffId: `${index}`,
        routes: [route('billing', priority)],
      }));
      const id = `${which % crowd.length}`;
      const up = stepRing(crowd, 'billing', id, -1);
      if (up === null) return;
      const back = stepRing(up, 'billing', id, 1);
      assert.equal(back === null ? null : order(back), order(crowd));
    }),
  );
});
