import { careOfEvent } from '../../care/rules/care-subject.ts';
import type { EventKind } from '../../events/rules/event-kinds.ts';
import type { Definition } from './definition.ts';

/** What an event is about, and what began an instance: null where it is about none. */
export type About = { patientId: string | null; appointmentId: string | null; payload: unknown };

/** Both are about one of these, and not about the same one. */
const areOther = (one: string | null | undefined, other: string | null | undefined): boolean =>
  typeof one === 'string' && typeof other === 'string' && one !== other;

const isOtherCare = (one: unknown, other: unknown): boolean => {
  const [here, there] = [careOfEvent(one), careOfEvent(other)];
  return (['planId', 'procedureId', 'paymentId'] as const).some((name) =>
    areOther(here?.[name], there?.[name]),
  );
};

/**
 * Whether an event can be the goal of an instance. One about another appointment, payment, plan or procedure of the same person
 * is none of this one's; but whoever is asked to find a new appointment, as the old one was missed or is over, has found it
 * in any other.
 */
export const concerns = (
  event: About & { kind: EventKind },
  instance: About,
  { trigger }: Definition,
): boolean => {
  if (event.patientId !== instance.patientId || isOtherCare(event.payload, instance.payload)) return false;
  const findsAnother =
    event.kind === 'APPOINTMENT_SCHEDULED' && !trigger.events.includes('APPOINTMENT_SCHEDULED');
  return findsAnother || !areOther(event.appointmentId, instance.appointmentId);
};
