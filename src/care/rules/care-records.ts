import type { PaymentStatus } from './settle-balance.ts';
import type { TreatmentPhase } from './treatment-phase.ts';

/** `source` and `reference`: who named it, and what it is called there; ours have no other name. */
export type Plan = {
  id: string;
  patientId: string;
  name: string;
  phase: TreatmentPhase;
  phaseSince: Temporal.Instant;
  milestone: string | null;
  totalCents: number | null;
  currency: string;
  link: string | null;
  source: string;
  reference: string | null;
  revision: number;
};

/** Something done to a patient, or planned. */
export type Procedure = {
  id: string;
  patientId: string;
  planId: string | null;
  practitionerId: string | null;
  code: string | null;
  name: string;
  doneAt: Temporal.Instant | null;
  source: string;
  reference: string | null;
  revision: number;
};

/** Money that is asked for. */
export type Payment = {
  id: string;
  patientId: string;
  planId: string | null;
  amountCents: number;
  currency: string;
  dueOn: string | null;
  status: PaymentStatus;
  statusSince: Temporal.Instant;
  fault: string | null;
  link: string | null;
  source: string;
  reference: string | null;
  dueRecorded: boolean;
  movedCents: number;
  revision: number;
};
