import type { EventKind } from '../../../events/rules/event-kinds.ts';
import type { Fact } from '../fact.ts';
import { isAhead, type SubjectAppointment } from '../subject.ts';
import type { Definition } from '../definition.ts';
import type { World } from './world.ts';

/** Something that comes in between. */
export type Happening =
  | { what: 'appointment-moved'; startsAt: string }
  | { what: 'appointment-cancelled' }
  | { what: 'appointment-confirmed' }
  /** a goal may be reached by it */
  | { what: 'event'; kind: EventKind };

/** An event is told only to whom it is a goal. */
const goal = ({ exits }: Definition, kind: EventKind): Fact[] =>
  exits.some((exit) => exit.when === 'event' && exit.kinds.includes(kind))
    ? [{ fact: 'happened', kind }]
    : [];

const change = (world: World, values: Partial<SubjectAppointment>): boolean => {
  const { appointment } = world.subject;
  if (appointment === null) return false;
  world.subject = { ...world.subject, appointment: { ...appointment, ...values } };
  world.facts.push({ fact: 'changed' });
  return true;
};

/** The appointment is confirmed, where that can still be done. @returns whether it was */
export const confirmAppointment = (world: World): boolean => {
  const { appointment } = world.subject;
  return (
    appointment !== null &&
    isAhead(appointment) &&
    Temporal.Instant.compare(world.now, appointment.startsAt) < 0 &&
    change(world, { status: 'confirmed' })
  );
};

export const cancelAppointment = (definition: Definition, world: World): boolean => {
  const { appointment } = world.subject;
  if (appointment === null || !isAhead(appointment)) return false;
  change(world, { status: 'cancelled' });
  world.facts.push(...goal(definition, 'APPOINTMENT_CANCELLED'));
  return true;
};

const move = (definition: Definition, world: World, to: string): void => {
  const { appointment } = world.subject;
  if (appointment === null) return;
  const startsAt = Temporal.Instant.from(to);
  const endsAt = startsAt.add(appointment.startsAt.until(appointment.endsAt));
  change(world, { startsAt, endsAt, status: 'booked' });
  world.facts.push(...goal(definition, 'APPOINTMENT_RESCHEDULED'));
};

/** Lets it happen; what follows from it is told to the interpreter by `settle`. */
export const happen = (definition: Definition, world: World, happening: Happening): void => {
  world.story.push({ told: 'happened', at: world.now, what: happening });
  switch (happening.what) {
    case 'appointment-moved':
      return move(definition, world, happening.startsAt);
    case 'appointment-cancelled':
      cancelAppointment(definition, world);
      return;
    case 'appointment-confirmed':
      confirmAppointment(world);
      return;
    case 'event':
      world.facts.push(...goal(definition, happening.kind));
  }
};
