export type PlannedAppointment = {
  patient: number;
  practitioner: number;
  reason: number;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  status: 'booked' | 'confirmed' | 'checked-in' | 'completed';
};

/** Local times at which a demo day's visits begin. */
const slots = ['08:30', '09:15', '10:00', '11:15', '13:30', '14:15', '15:30', '16:45'];
const minutes = [30, 45, 60];

/**
 * One day of a demo clinic: the same for the same date, different from day to day. Nobody comes twice.
 * @param size how many patients, practitioners and reasons there are to choose from
 */
export const planAppointments = (
  date: Temporal.PlainDate,
  timeZone: string,
  size: { patients: number; practitioners: number; reasons: number },
  now: Temporal.Instant,
): PlannedAppointment[] => {
  const day = Temporal.PlainDate.from('2026-01-01').until(date).days;
  return slots.slice(0, size.patients).map((slot, index) => {
    const startsAt = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(slot) }).toInstant();
    const endsAt = startsAt.add({ minutes: minutes[modulo(day + index, minutes.length)]! });
    return {
      patient: modulo(day * slots.length + index, size.patients),
      practitioner: modulo(day + index, size.practitioners),
      reason: modulo(day * 5 + index, size.reasons),
      startsAt,
      endsAt,
      status: statusAt(startsAt, endsAt, now, index),
    };
  });
};

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

const statusAt = (
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
  now: Temporal.Instant,
  index: number,
): PlannedAppointment['status'] => {
  if (Temporal.Instant.compare(endsAt, now) <= 0) return 'completed';
  if (Temporal.Instant.compare(startsAt, now) <= 0) return 'checked-in';
  return index % 3 === 0 ? 'booked' : 'confirmed';
};
