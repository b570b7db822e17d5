import { eventKinds, type EventKind } from '../../../events/rules/event-kinds.ts';
import type { Definition } from '../definition.ts';
import { readField } from '../fields.ts';
import { holds } from '../rule-tree.ts';
import type { Subject, SubjectAppointment } from '../subject.ts';
import type { Scene } from './scene.ts';
import type { KnownPerson, KnownVisit } from './scene-view.ts';

/** How an appointment stands when this happens to it. */
const statusAt: Partial<Record<EventKind, SubjectAppointment['status']>> = {
  APPOINTMENT_SCHEDULED: 'booked',
  APPOINTMENT_RESCHEDULED: 'booked',
  APPOINTMENT_COMPLETED: 'completed',
  APPOINTMENT_NO_SHOW: 'no-show',
  APPOINTMENT_CANCELLED: 'cancelled',
};

/** Only what happens to a treatment or a payment is about one. */
const isAboutCare = (kind: EventKind | null): boolean =>
  kind !== null && /^(?:TREATMENT|PROCEDURE|PAYMENT)_/.test(kind);

const isAfterwards = (kind: EventKind): boolean =>
  kind === 'APPOINTMENT_COMPLETED' || kind === 'APPOINTMENT_NO_SHOW';

export const isAboutVisit = (kind: EventKind | null): boolean =>
  kind !== null && eventKinds[kind].about === 'appointment';

/** When it begins if nobody says otherwise: now, or at the end of the appointment that it follows. */
export const usualStart = (
  kind: EventKind | null,
  visit: KnownVisit | null,
  now: Temporal.Instant,
): Temporal.Instant => (kind !== null && visit !== null && isAfterwards(kind) ? visit.endsAt : now);

/** The appointment that it is about if nobody chooses: the nearest, and the nearest to come where it follows none. */
export const usualVisit = (
  { visits, at }: Pick<KnownPerson, 'visits' | 'at'>,
  kind: EventKind | null,
): KnownVisit | null => {
  if (kind !== null && isAfterwards(kind)) return visits[0] ?? null;
  return visits.find(({ startsAt }) => Temporal.Instant.compare(startsAt, at) > 0) ?? null;
};

/** An appointment that nobody has: a week later at ten, or over just now for what follows one. */
export const makeUpVisit = (person: KnownPerson, kind: EventKind, start: Temporal.Instant): KnownVisit => {
  const { timeZone } = person.calendar;
  const startsAt = isAfterwards(kind)
    ? start.subtract({ minutes: 30 })
    : start.toZonedDateTimeISO(timeZone).add({ days: 7 }).withPlainTime('10:00').toInstant();
  return {
    id: 'made-up',
    startsAt,
    endsAt: startsAt.add({ minutes: 30 }),
    status: statusAt[kind] ?? 'booked',
    reason: '',
    practitionerId: person.practitioner?.id ?? '',
    practitioner: person.practitioner?.name ?? '',
  };
};

/** What an event of this kind says, where none was recorded. */
const payloadOf = (kind: EventKind | null, visit: KnownVisit | null): Subject['event']['payload'] => {
  if (kind === null) return {};
  const { example } = eventKinds[kind];
  if (visit === null) return { ...example };
  const { startsAt, endsAt, practitionerId, reason } = visit;
  return { ...example, startsAt: startsAt.toString(), endsAt: endsAt.toString(), practitionerId, reason };
};

/** Everything as it stands when this begins for this person. @param kind null: the calendar begins it */
export const setScene = (person: KnownPerson, kind: EventKind | null, visit: KnownVisit | null): Scene => {
  const { calendar, subject, event, eventCare, care, clinic, readers, templates, patient } = person;
  const real = event !== null && event.kind === kind ? event : null;
  const status = kind === null ? undefined : statusAt[kind];
  return {
    subject: {
      clinic: calendar,
      patient: subject,
      appointment: visit && { ...visit, ...(status === undefined ? {} : { status }) },
      care: real === null ? (isAboutCare(kind) ? care : null) : eventCare,
      event: { kind: kind ?? 'NONE', payload: real?.payload ?? payloadOf(kind, visit) },
    },
    patient,
    practitioner: visit?.practitioner ?? '',
    clinic,
    care,
    readers,
    templates,
  };
};

/** Whether the trigger's filter lets this person in at that moment. */
export const passesFilter = (
  { trigger: { filter } }: Definition,
  subject: Subject,
  at: Temporal.Instant,
): boolean => filter === undefined || holds(filter, readField(subject, {}, at));
