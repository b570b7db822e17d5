import type { CountedContact } from './contact-facts.ts';
import type { CapRule } from './contact-rule.ts';

const isCounted = ({ counts }: CapRule, { purpose, channel }: CountedContact): boolean =>
  counts.purposes.includes(purpose) && (counts.channels === undefined || counts.channels.includes(channel));

const hoursOf = (days: number): Temporal.DurationLike => ({ hours: 24 * days });

/** The beginning of what is counted at that instant. */
const countedFrom = (rule: CapRule, zone: string, at: Temporal.Instant): Temporal.Instant =>
  rule.within === 'day'
    ? at.toZonedDateTimeISO(zone).startOfDay().toInstant()
    : at.subtract(hoursOf(rule.within.days));

const countsAt = (
  rule: CapRule,
  contacts: readonly CountedContact[],
  zone: string,
  at: Temporal.Instant,
): CountedContact[] => {
  const from = countedFrom(rule, zone, at);
  // A contact of exactly seven days ago is over; one at midnight belongs to the day.
  const least = rule.within === 'day' ? 0 : 1;
  return contacts.filter(
    (contact) => isCounted(rule, contact) && Temporal.Instant.compare(contact.at, from) >= least,
  );
};

/** How many contacts stand in the way of a cap, and when there is room again. */
export const roomUnderCap = (
  rule: CapRule,
  contacts: readonly CountedContact[],
  zone: string,
  at: Temporal.Instant,
): { counted: number; next: Temporal.Instant } => {
  const counted = countsAt(rule, contacts, zone, at).toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  if (counted.length < rule.most) return { counted: counted.length, next: at };
  const inTheWay = counted[rule.most - 1]!.at;
  const next =
    rule.within === 'day'
      ? inTheWay.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant()
      : inTheWay.add(hoursOf(rule.within.days));
  return { counted: counted.length, next };
};
