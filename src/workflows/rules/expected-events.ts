import type { EventKind } from '../../events/rules/event-kinds.ts';
import type { RecordedEvent } from '../../events/rules/recorded-event.ts';
import type { SubjectAppointment } from './subject.ts';

/** An appointment as the book has it. */
export type Booked = {
  id: string;
  patientId: string;
  practitionerId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  status: string;
  reason: string;
  typeId: string | null;
  bookedAt: Temporal.Instant;
};

/** Events that the book itself tells of: those read from a file have left no others, and those to come none yet. */
const bookKinds = ['APPOINTMENT_SCHEDULED', 'APPOINTMENT_COMPLETED', 'APPOINTMENT_NO_SHOW'] as const;
type BookKind = (typeof bookKinds)[number];
export const isBookKind = (kind: EventKind): kind is BookKind => bookKinds.some((one) => one === kind);

/** When that happened to the appointment, or will if everybody comes as booked; null: it did not. */
const happensAt = (kind: BookKind, booked: Booked, now: Temporal.Instant): Temporal.Instant | null => {
  const isAhead = Temporal.Instant.compare(booked.startsAt, now) > 0;
  const isStanding = booked.status === 'booked' || booked.status === 'confirmed';
  switch (kind) {
    case 'APPOINTMENT_SCHEDULED':
      return booked.bookedAt;
    case 'APPOINTMENT_COMPLETED':
      return booked.status === 'completed' || (isAhead && isStanding) ? booked.endsAt : null;
    case 'APPOINTMENT_NO_SHOW':
      return booked.status === 'no-show' ? booked.endsAt : null;
  }
};

/** How the appointment stood when that happened: what became of it later does not count yet. */
const statusAt: Record<BookKind, SubjectAppointment['status']> = {
  APPOINTMENT_SCHEDULED: 'booked',
  APPOINTMENT_COMPLETED: 'completed',
  APPOINTMENT_NO_SHOW: 'no-show',
};

export type Expected = { event: RecordedEvent; status: SubjectAppointment['status'] | null };

/** The events of these kinds that an appointment stands for. Who has cancelled has ended what follows from them. */
export const expectedOf = (kinds: readonly EventKind[], booked: Booked, now: Temporal.Instant): Expected[] =>
  kinds.filter(isBookKind).flatMap((kind) => {
    const occurredAt = happensAt(kind, booked, now);
    if (occurredAt === null) return [];
    const event: RecordedEvent = {
      id: `${kind}:${booked.id}`,
      kind,
      source: 'frontdesk',
      externalId: booked.id,
      occurredAt,
      patientId: booked.patientId,
      leadId: null,
      appointmentId: booked.id,
      callId: null,
      payload: {
        startsAt: booked.startsAt.toString(),
        endsAt: booked.endsAt.toString(),
        practitionerId: booked.practitionerId,
        appointmentTypeId: booked.typeId,
        reason: booked.reason,
      },
    };
    return [{ event, status: booked.status === 'cancelled' ? 'cancelled' : statusAt[kind] }];
  });
