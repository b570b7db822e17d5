import type { NewAppointment } from '../../src/appointments/rules/appointment-input.ts';
import type { AppointmentView } from '../../src/appointments/rules/appointment-views.ts';
import { instantAt, wallTime } from '../ui/clinic-time.ts';
import { minutesBetween } from './calendar-columns.ts';

/** The fields of an appointment as they are typed, on the clinic's clock. */
export interface AppointmentDraft {
  day: string;
  /** `14:05` */
  from: string;
  minutes: number;
  practitionerId: string;
  typeId: string | null;
  reason: string;
}

export const draftOf = (appointment: AppointmentView, timeZone: string): AppointmentDraft => {
  const wall = wallTime(Date.parse(appointment.startsAt), timeZone);
  return {
    day: wall.slice(0, 10),
    from: wall.slice(11, 16),
    minutes: minutesBetween(appointment.startsAt, appointment.endsAt),
    practitionerId: appointment.practitioner.id,
    typeId: appointment.type?.id ?? null,
    reason: appointment.reason,
  };
};

/** @returns null while day or time are no day or time */
export const timesOf = (
  { day, from, minutes }: AppointmentDraft,
  timeZone: string,
): { startsAt: string; endsAt: string } | null => {
  const startsAt = instantAt(`${day}T${from}`, timeZone);
  if (startsAt === null || !(minutes > 0)) return null;
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() };
};

export const newBody = (
  patientId: string,
  draft: AppointmentDraft,
  timeZone: string,
): NewAppointment | null => {
  const times = timesOf(draft, timeZone);
  const { practitionerId, typeId, reason } = draft;
  return times === null ? null : { patientId, practitionerId, typeId, reason: reason.trim(), ...times };
};
