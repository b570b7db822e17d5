import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addRoute,
  changeRoute,
  hasRouteFaults,
  isRungFor,
  removeRoute,
  routeFault,
  rungFor,
  type People,
} from './edit-people.ts';

const route = (departmentId: string | null, priority: number) => ({
  departmentId,
  priority,
  inPortal: true,
  phone: null,
  on: true,
});
const people: People = [
  { id: 'olivia', name: 'Olivia', routes: [route('billing', 2)] },
  { id: 'james', name: 'James', routes: [route(null, 1), route('billing', 1)] },
  { id: 'daniel', name: 'Daniel', routes: [route('billing', 2)] },
];
const names = (all: People, departmentId: string | null): string =>
  rungFor(all, departmentId)
    .map(({ name }) => name)
    .join(' ');

test('people stand in the order in which they are rung', () => {
  assert.equal(names(people, 'billing'), 'James Daniel Olivia');
  assert.equal(names(people, null), 'James');
  const [james] = rungFor(people, 'billing');
  assert.ok(james);
  const later = changeRoute(people, { ...james, route: { ...james.route, priority: 3 } });
  assert.equal(names(later, 'billing'), 'Daniel Olivia James');
  assert.equal(names(removeRoute(people, james), 'billing'), 'Daniel Olivia');
  assert.equal(names(removeRoute(people, james), null), 'James', 'their other routes stay');
});

test('somebody new is rung last', () => {
  const more = addRoute(people, 'olivia', null);
  assert.equal(names(more, null), 'James Olivia');
  assert.deepEqual(rungFor(more, null)[1]?.route, route(null, 2));
  assert.equal(isRungFor(more, 'olivia', null), true);
  assert.equal(isRungFor(people, 'olivia', null), false);
});

test('a route needs the portal or a telephone number', () => {
  assert.equal(routeFault(route(null, 1)), null);
  assert.equal(routeFault({ ...route(null, 1), inPortal: false }), 'nowhere');
  assert.equal(routeFault({ ...route(null, 1), phone: '555' }), 'phone-wrong');
  assert.equal(routeFault({ ...route(null, 1), inPortal: false, phone: '+13125550111' }), null);
  assert.equal(hasRouteFaults(people), false);
  assert.equal(hasRouteFaults([{ id: 'a', name: 'A', routes: [{ ...route(null, 1), phone: '' }] }]), true);
});
