import type { Appointment } from './appointment-event.ts';
import { isOpen } from './appointment-status.ts';

export type AppointmentMove = {
  startsAt?: Temporal.Instant | undefined;
  endsAt?: Temporal.Instant | undefined;
  practitionerId?: string | undefined;
  typeId?: string | null | undefined;
  reason?: string | undefined;
};

const longestHours = 12;

/** Ends after it starts, on the same working day. */
export const isPossibleTime = (startsAt: Temporal.Instant, endsAt: Temporal.Instant): boolean => {
  const seconds = endsAt.since(startsAt).total('seconds');
  return seconds > 0 && seconds <= longestHours * 3600;
};

export type MoveRefusal = 'over' | 'impossible-time';

/**
 * An appointment with another time, practitioner or purpose. Given only a start, it keeps its length. Who confirmed one
 * time has not confirmed another: a new start makes it unconfirmed.
 */
export const moveAppointment = (
  before: Appointment,
  { startsAt = before.startsAt, endsAt, practitionerId, typeId, reason }: AppointmentMove,
): { ok: true; after: Appointment } | { ok: false; why: MoveRefusal } => {
  const end = endsAt ?? startsAt.add(before.endsAt.since(before.startsAt));
  const sameTime = startsAt.equals(before.startsAt) && end.equals(before.endsAt);
  const samePerson = practitionerId === undefined || practitionerId === before.practitionerId;
  if (!isOpen(before.status) && !(sameTime && samePerson)) return { ok: false, why: 'over' };
  if (!isPossibleTime(startsAt, end)) return { ok: false, why: 'impossible-time' };
  return {
    ok: true,
    after: {
      ...before,
      startsAt,
      endsAt: end,
      practitionerId: practitionerId ?? before.practitionerId,
      typeId: typeId === undefined ? before.typeId : typeId,
      reason: reason ?? before.reason,
      status: before.status === 'confirmed' && !startsAt.equals(before.startsAt) ? 'booked' : before.status,
    },
  };
};
