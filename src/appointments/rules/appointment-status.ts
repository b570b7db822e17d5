export const appointmentStatuses = [
  'booked',
  'confirmed',
  'checked-in',
  'completed',
  'no-show',
  'cancelled',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** What may follow. Each way leads back as well: a slip of the mouse at the counter is undone. */
const next: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  booked: ['confirmed', 'checked-in', 'completed', 'no-show', 'cancelled'],
  confirmed: ['booked', 'checked-in', 'completed', 'no-show', 'cancelled'],
  'checked-in': ['booked', 'confirmed', 'completed', 'cancelled'],
  completed: ['booked', 'confirmed', 'checked-in'],
  'no-show': ['booked', 'confirmed', 'checked-in', 'completed', 'cancelled'],
  cancelled: ['booked', 'confirmed'],
};

/** What may follow at some time, in the order of a menu. */
export const statusesAfter = (status: AppointmentStatus): readonly AppointmentStatus[] => next[status];

/** Nobody has arrived yet and nobody has given it up. */
export const isOpen = (status: AppointmentStatus): boolean => status === 'booked' || status === 'confirmed';

type Visit = { status: AppointmentStatus; startsAt: Temporal.Instant };
export type StatusRefusal = 'not-after-that' | 'not-before-its-day' | 'not-before-its-time';

/** Why an appointment cannot become this, else null. Nobody arrives on an earlier day or is missed before the time. */
export const refuseStatus = (
  { status, startsAt }: Visit,
  wanted: AppointmentStatus,
  now: Temporal.Instant,
  timeZone: string,
): StatusRefusal | null => {
  if (!next[status].includes(wanted)) return 'not-after-that';
  if (wanted === 'no-show' && Temporal.Instant.compare(now, startsAt) < 0) return 'not-before-its-time';
  const dayStart = startsAt.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
  const isVisit = wanted === 'checked-in' || wanted === 'completed';
  return isVisit && Temporal.Instant.compare(now, dayStart) < 0 ? 'not-before-its-day' : null;
};
