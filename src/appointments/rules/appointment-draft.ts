import type { AppointmentStatus } from './appointment-status.ts';

/** An appointment as another system describes it, its patient and practitioner found already. */
export type AppointmentDraft = {
  /** names the row in the answer */
  key: number;
  patientId: string;
  practitionerId: string;
  /** ISO 8601 instants */
  startsAt: string;
  endsAt: string;
  reason: string;
  status: AppointmentStatus;
  externalId: { system: string; value: string };
};

/** A practitioner as another system describes them. `keys`: what the file's own references call them. */
export type PractitionerDraft = {
  key: string;
  name: string;
  externalIds: { system: string; value: string }[];
};
