import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planAppointments } from './plan-appointments.ts';

const size = { patients: 12, practitioners: 3, reasons: 6 };
const now = Temporal.Instant.from('2026-11-21T16:00:00Z');

test('a planned day is the same for the same date, inside that local day, and nobody comes twice', () => {
  const zones = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kathmandu');
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), zones, (offset, zone) => {
      const date = Temporal.PlainDate.from('2026-11-21').add({ days: offset });
      const day = planAppointments(date, zone, size, now);
      assert.deepEqual(day, planAppointments(date, zone, size, now));
      assert.equal(new Set(day.map((visit) => visit.patient)).size, day.length);
      for (const visit of day) {
        assert.ok(visit.startsAt.toZonedDateTimeISO(zone).toPlainDate().equals(date));
        assert.ok(Temporal.Instant.compare(visit.endsAt, visit.startsAt) > 0);
        assert.ok(visit.patient < size.patients && visit.reason < size.reasons);
        assert.ok(visit.practitioner >= 0 && visit.practitioner < size.practitioners);
      }
    }),
  );
});

test('visits that are over are completed, running ones checked in, later ones booked or confirmed', () => {
  const day = planAppointments(Temporal.PlainDate.from('2026-11-21'), 'America/Chicago', size, now);
  const statuses = day.map((visit) => visit.status);
  assert.deepEqual(statuses.slice(0, 2), ['completed', 'completed']);
  assert.equal(statuses[2], 'checked-in');
  assert.ok(statuses.slice(3).every((status) => status === 'booked' || status === 'confirmed'));
});

test('a clinic with two patients gets two visits', () => {
  const day = planAppointments(
    Temporal.PlainDate.from('2026-11-21'),
    'UTC',
    { patients: 2, practitioners: 1, reasons: 1 },
    now,
  );
  assert.equal(day.length, 2);
});
