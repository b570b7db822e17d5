import type { Purpose } from '../../consent/rules/contact-request.ts';
import type { KeyMeaning } from '../../calls/rules/errand.ts';

type ByLanguage = { en?: string | undefined; de?: string | undefined };

/** What a call says and offers, before it is filled in for somebody. Stored with the order as it is. */
export type CallText = {
  script: ByLanguage;
  /** which key means what */
  keys: Partial<Record<string, KeyMeaning>>;
  /** left on an answering machine; none: it hangs up */
  machineMessage?: ByLanguage | undefined;
  /** whom `speak-to-someone` reaches; none: whoever takes calls */
  departmentId?: string | undefined;
  /** for the call's story */
  workflowName: string;
  /** which of its versions, and the number of the step in it; not with those ordered before it was noted */
  workflowVersion?: number | undefined;
  stepNumber?: number | undefined;
};

/** A call that a workflow wants made. */
export type CallOrder = {
  /** Names the call for good: a second order with the same key does nothing. */
  key: string;
  instanceId: string;
  patientId: string;
  appointmentId: string | null;
  purpose: Purpose;
  says: CallText;
  /** of no use after that */
  expiresAt: Temporal.Instant;
  /** given up at the moment of dialling when the appointment is cancelled or gone by then */
  needsStandingAppointment: boolean;
};
