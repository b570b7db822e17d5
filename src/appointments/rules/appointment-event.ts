import type { AppointmentStatus } from './appointment-status.ts';

/** What is known of an appointment when it is changed. */
export type Appointment = {
  patientId: string;
  practitionerId: string;
  typeId: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  reason: string;
  status: AppointmentStatus;
};

export type AppointmentEventKind =
  | 'APPOINTMENT_SCHEDULED'
  | 'APPOINTMENT_RESCHEDULED'
  | 'APPOINTMENT_COMPLETED'
  | 'APPOINTMENT_NO_SHOW'
  | 'APPOINTMENT_CANCELLED';

const ofStatus: Partial<Record<AppointmentStatus, AppointmentEventKind>> = {
  completed: 'APPOINTMENT_COMPLETED',
  'no-show': 'APPOINTMENT_NO_SHOW',
  cancelled: 'APPOINTMENT_CANCELLED',
};

const isMoved = (before: Appointment, after: Appointment): boolean =>
  !before.startsAt.equals(after.startsAt) || before.practitionerId !== after.practitionerId;

/**
 * The event that a change is, or null for one that nothing follows from. One that was given up and takes place after all
 * is scheduled anew, and so is one that is another patient's now. @param before null: there was none
 */
export const eventOf = (before: Appointment | null, after: Appointment): AppointmentEventKind | null => {
  if (before === null || before.patientId !== after.patientId) {
    // Who gets one that was cancelled long ago has nothing to be told.
    if (before?.status === 'cancelled' && after.status === 'cancelled') return null;
    return ofStatus[after.status] ?? 'APPOINTMENT_SCHEDULED';
  }
  if (before.status !== after.status) {
    const over = ofStatus[after.status];
    if (over !== undefined) return over;
    if (before.status === 'cancelled') return 'APPOINTMENT_SCHEDULED';
  }
  return isMoved(before, after) ? 'APPOINTMENT_RESCHEDULED' : null;
};
