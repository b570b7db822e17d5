import type { CareSubject } from '../../care/rules/care-subject.ts';
import type { TreatmentPhase } from '../../care/rules/treatment-phase.ts';
import type { Language } from '../../clinics/rules/language.ts';
import type { BusinessHours, HolidaySettings } from '../../clinics/rules/opening.ts';

/** When the clinic is open, in its own zone. */
export type ClinicCalendar = {
  timeZone: string;
  language: Language;
  businessHours: BusinessHours;
  holidays: HolidaySettings;
};

export type SubjectPatient = {
  id: string;
  language: Language | null;
  birthDate: string | null;
  tags: string[];
  vip: boolean;
  balanceCents: number;
  hasPhone: boolean;
  hasEmail: boolean;
  /** the last appointment that has begun and was neither cancelled nor missed */
  lastVisit: Temporal.Instant | null;
  hasVisitAhead: boolean;
  /** of the newest treatment that goes on, else of the newest */
  treatmentPhase: TreatmentPhase | null;
  hasFailedPayment: boolean;
  archived: boolean;
};

export type SubjectAppointment = {
  id: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  status: 'booked' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled';
  reason: string;
  practitionerId: string;
};

/** What an instance is about, as it stands at the moment of deciding. */
export type Subject = {
  clinic: ClinicCalendar;
  patient: SubjectPatient | null;
  appointment: SubjectAppointment | null;
  /** there is such an appointment, but it is another patient's by now */
  givenAway?: boolean;
  /** of an event of a treatment or a payment: what it is about; else null */
  care: CareSubject | null;
  /** what began the instance */
  event: { kind: string; payload: Readonly<Record<string, unknown>> };
};

/** Whether the patient is still expected. */
export const isAhead = ({ status }: SubjectAppointment): boolean =>
  status === 'booked' || status === 'confirmed';
