import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownVisit } from './scene-view.ts';
import { usualVisit } from './set-scene.ts';

const at = Temporal.Instant.from('2026-11-21T22:00:00Z');
const visit = (id: string, hours: number): KnownVisit => {
  const startsAt = at.add({ hours });
  const endsAt = startsAt.add({ minutes: 30 });
  return { id, startsAt, endsAt, status: 'booked', reason: '', practitionerId: '', practitioner: '' };
};
const [morning, soon, later] = [visit('morning', -12), visit('soon', 20), visit('later', 200)];

test('what is still to come is about a visit that is still to come, and what follows a visit about one', () => {
  const known = { at, visits: [morning, soon, later] };
  assert.equal(usualVisit(known, 'APPOINTMENT_SCHEDULED'), soon);
  assert.equal(usualVisit(known, 'APPOINTMENT_NO_SHOW'), morning);
  assert.equal(usualVisit({ at, visits: [morning] }, 'APPOINTMENT_SCHEDULED'), null);
  assert.equal(usualVisit({ at, visits: [] }, 'APPOINTMENT_COMPLETED'), null);
});
