import { z } from 'zod';
import type { PaymentStatus } from './settle-balance.ts';
import type { TreatmentPhase } from './treatment-phase.ts';

/** Which plan, procedure and payment somebody asks about; null: the one that matters now. */
export type CareAsked = {
  patientId: string;
  planId: string | null;
  procedureId: string | null;
  paymentId: string | null;
};

/** What texts and conditions know of a patient's treatment and payments. */
export type CareSubject = {
  /** what they owe */
  balance: { cents: number; currency: string };
  plan: { name: string; phase: TreatmentPhase; link: string | null } | null;
  procedure: { name: string } | null;
  payment: {
    status: PaymentStatus;
    amountCents: number;
    currency: string;
    dueOn: string | null;
    link: string | null;
  } | null;
};

const id = z.uuid().nullable().catch(null).default(null);
const payloadSchema = z.object({ treatmentPlanId: id, procedureId: id, paymentId: id });

/** What an event is about. @returns null: no event of a treatment or a payment */
export const careOfEvent = (payload: unknown): Omit<CareAsked, 'patientId'> | null => {
  const read = payloadSchema.safeParse(payload);
  if (!read.success) return null;
  const { treatmentPlanId: planId, procedureId, paymentId } = read.data;
  return planId === null && procedureId === null && paymentId === null
    ? null
    : { planId, procedureId, paymentId };
};
