import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOf, type Appointment } from './appointment-event.ts';
import {
  appointmentStatuses,
  refuseStatus,
  statusesAfter,
  type AppointmentStatus,
} from './appointment-status.ts';
import { isPossibleTime, moveAppointment } from './move-appointment.ts';

const at = (text: string) => Temporal.Instant.from(text);
const zone = 'America/Chicago';
const visit: Appointment = {
  patientId: 'anna',
  practitionerId: 'chen',
  typeId: null,
  startsAt: at('2026-11-24T15:00:00Z'),
  endsAt: at('2026-11-24T15:30:00Z'),
  reason: 'Check-up',
  status: 'booked',
};

test('nobody arrives on an earlier day or is missed before the time', () => {
  const dayBefore = at('2026-11-24T05:59:00Z'); // 23:59 in the clinic's zone
  const sameDay = at('2026-11-24T06:00:00Z');
  const refused = (wanted: AppointmentStatus, now: Temporal.Instant) =>
    refuseStatus(visit, wanted, now, zone);
  assert.equal(refused('checked-in', dayBefore), 'not-before-its-day');
  assert.equal(refused('checked-in', sameDay), null);
  assert.equal(refused('no-show', at('2026-11-24T14:59:59Z')), 'not-before-its-time');
  assert.equal(refused('no-show', visit.startsAt), null);
  assert.equal(refused('cancelled', dayBefore), null);
  assert.equal(refuseStatus({ ...visit, status: 'completed' }, 'cancelled', sameDay, zone), 'not-after-that');
});

test('each status that can be reached can be left for where one came from, on the day', () => {
  const later = at('2026-11-24T16:00:00Z');
  for (const from of ['booked', 'confirmed'] as const)
    for (const to of statusesAfter(from)) {
      assert.equal(refuseStatus({ ...visit, status: from }, to, later, zone), null);
      assert.ok(statusesAfter(to).includes(from), `${from} → ${to}`);
    }
});

test('what a change is called', () => {
  const moved = {
    ...visit,
    startsAt: visit.startsAt.add({ hours: 1 }),
    endsAt: visit.endsAt.add({ hours: 1 }),
  };
  const visitThat = (status: AppointmentStatus) => ({ ...visit, status });
  assert.equal(eventOf(null, visit), 'APPOINTMENT_SCHEDULED');
  assert.equal(eventOf(null, visitThat('cancelled')), 'APPOINTMENT_CANCELLED');
  assert.equal(eventOf(visit, moved), 'APPOINTMENT_RESCHEDULED');
  assert.equal(eventOf(visit, { ...visit, practitionerId: 'okafor' }), 'APPOINTMENT_RESCHEDULED');
  assert.equal(eventOf(visit, { ...visit, reason: 'Cleaning' }), null);
  assert.equal(eventOf(visit, visitThat('confirmed')), null);
  assert.equal(eventOf(visit, visitThat('cancelled')), 'APPOINTMENT_CANCELLED');
  assert.equal(eventOf(visitThat('cancelled'), visit), 'APPOINTMENT_SCHEDULED');
  assert.equal(eventOf(visitThat('no-show'), visitThat('completed')), 'APPOINTMENT_COMPLETED');
});

test('given a start only, an appointment keeps its length; its confirmation does not survive', () => {
  const moved = moveAppointment({ ...visit, status: 'confirmed' }, { startsAt: at('2026-11-25T09:00:00Z') });
  assert.ok(moved.ok);
  assert.equal(moved.after.endsAt.toString(), '2026-11-25T09:30:00Z');
  assert.equal(moved.after.status, 'booked');
  const longer = moveAppointment({ ...visit, status: 'confirmed' }, { endsAt: at('2026-11-24T16:00:00Z') });
  assert.ok(longer.ok && longer.after.status === 'confirmed');
});

test('no move makes an impossible appointment or touches one that has begun', () => {
  const offset = fc.integer({ min: -40_000, max: 40_000 });
  fc.assert(
    fc.property(offset, offset, fc.constantFrom(...appointmentStatuses), (start, end, status) => {
      const startsAt = visit.startsAt.add({ minutes: start });
      const endsAt = visit.startsAt.add({ minutes: end });
      const moved = moveAppointment({ ...visit, status }, { startsAt, endsAt });
      if (moved.ok) assert.ok(isPossibleTime(moved.after.startsAt, moved.after.endsAt));
      if (status !== 'booked' && status !== 'confirmed' && start !== 0) assert.ok(!moved.ok);
    }),
  );
});
