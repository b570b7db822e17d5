import { businessDayAfter } from './business-day.ts';
import type { Moment, Span } from './moment.ts';
import type { Subject } from './subject.ts';

/* Apart from the shapes of moments, because it needs calendars of holidays, which pages that only show moments do not load. */

type Zoned = Temporal.ZonedDateTime;

/** Only what is given: Temporal takes no undefined. */
const asDuration = (span: Span): Temporal.Duration =>
  new Temporal.Duration(
    0,
    span.months ?? 0,
    span.weeks ?? 0,
    span.days ?? 0,
    span.hours ?? 0,
    span.minutes ?? 0,
  );

export const spanAfter = (span: Span, timeZone: string, from: Temporal.Instant): Temporal.Instant =>
  from.toZonedDateTimeISO(timeZone).add(asDuration(span)).toInstant();

const on = (date: Temporal.PlainDate, at: string, timeZone: string): Zoned =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) });

const atTime = (moment: Zoned, at: string | undefined): Zoned =>
  at === undefined ? moment : on(moment.toPlainDate(), at, moment.timeZoneId);

/** At the given time of that day; on the next day where that would be earlier. */
const notBefore = (moment: Zoned, at: string | undefined): Zoned => {
  const same = atTime(moment, at);
  return Temporal.ZonedDateTime.compare(same, moment) < 0
    ? on(moment.toPlainDate().add({ days: 1 }), at ?? '00:00', moment.timeZoneId)
    : same;
};

const birthdayFrom = (birthDate: string, daysBefore: number, at: string, from: Zoned): Zoned => {
  const born = Temporal.PlainDate.from(birthDate);
  // Born on 29 February: the 28th in other years.
  const inYear = (year: number): Zoned =>
    on(born.with({ year }).subtract({ days: daysBefore }), at, from.timeZoneId);
  const candidates = [from.year, from.year + 1, from.year + 2].map(inYear);
  return (
    candidates.find((candidate) => Temporal.ZonedDateTime.compare(candidate, from) >= 0) ?? candidates[2]!
  );
};

const fromAppointment = (
  moment: Extract<Moment, { until: 'before-appointment' | 'after-appointment' | 'morning-of-appointment' }>,
  appointment: NonNullable<Subject['appointment']>,
  zone: string,
): Zoned => {
  const start = appointment.startsAt.toZonedDateTimeISO(zone);
  switch (moment.until) {
    case 'before-appointment':
      return atTime(start.subtract(asDuration(moment.span)), moment.at);
    case 'after-appointment':
      return notBefore(appointment.endsAt.toZonedDateTimeISO(zone).add(asDuration(moment.span)), moment.at);
    case 'morning-of-appointment':
      return atTime(start, moment.at);
  }
};

/**
 * The instant that is meant, seen from `from`.
 * @returns null when what it hangs on is missing: no appointment, no known birthday
 */
export const instantOf = (
  moment: Moment,
  subject: Subject,
  from: Temporal.Instant,
): Temporal.Instant | null => {
  const zone = subject.clinic.timeZone;
  const local = from.toZonedDateTimeISO(zone);
  switch (moment.until) {
    case 'later':
      return notBefore(local.add(asDuration(moment.span)), moment.at).toInstant();
    case 'time-of-day':
      return notBefore(local, moment.at).toInstant();
    case 'business-day':
      return on(
        businessDayAfter(local.toPlainDate(), moment.count, subject.clinic),
        moment.at,
        zone,
      ).toInstant();
    case 'birthday':
      return subject.patient?.birthDate
        ? birthdayFrom(subject.patient.birthDate, moment.daysBefore, moment.at, local).toInstant()
        : null;
    case 'before-appointment':
    case 'after-appointment':
    case 'morning-of-appointment':
      return subject.appointment ? fromAppointment(moment, subject.appointment, zone).toInstant() : null;
  }
};
