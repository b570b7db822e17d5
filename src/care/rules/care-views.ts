import { z } from 'zod';
import { paymentStatusSchema } from './settle-balance.ts';
import { treatmentPhaseSchema } from './treatment-phase.ts';

const amountSchema = z.object({ cents: z.number().int(), currency: z.string() });
const reference = z.string().nullable().describe('what the practice system calls it');
const link = z.string().nullable().describe('https, for the patient');
const revision = z.number().int();

export const planViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  phase: treatmentPhaseSchema,
  phaseSince: z.iso.datetime(),
  milestone: z.string().nullable().describe('the last point that mattered'),
  total: amountSchema.nullable(),
  link,
  reference,
  revision,
});
export type PlanView = z.infer<typeof planViewSchema>;

export const procedureViewSchema = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string(),
  practitioner: z.object({ id: z.string(), name: z.string() }).nullable(),
  doneAt: z.iso.datetime().nullable().describe('null: planned'),
  reference,
  revision,
});
export type ProcedureView = z.infer<typeof procedureViewSchema>;

export const paymentViewSchema = z.object({
  id: z.string(),
  planId: z.string().nullable(),
  amount: amountSchema,
  status: paymentStatusSchema,
  statusSince: z.iso.datetime(),
  dueOn: z.iso.date().nullable(),
  overdue: z.boolean().describe('not paid, and its day has passed'),
  fault: z.string().nullable().describe('why it failed, as the payment service names it'),
  link,
  reference,
  revision,
});
export type PaymentView = z.infer<typeof paymentViewSchema>;

/** `GET patients/:patientId/care` */
export const careViewSchema = z.object({
  balance: amountSchema.describe('what they owe; negative: a credit'),
  plans: z.array(planViewSchema).describe('those that go on first'),
  procedures: z.array(procedureViewSchema).describe('planned ones, then the latest that were done'),
  payments: z.array(paymentViewSchema).describe('unpaid ones, then the latest others'),
});
export type CareView = z.infer<typeof careViewSchema>;

/** What every change answers with: what it changed, and how it stands now with all of it, since the balance follows. */
export const careChangedSchema = z.object({
  id: z.string().describe('of the plan, the procedure or the payment'),
  care: careViewSchema,
});
export type CareChanged = z.infer<typeof careChangedSchema>;

const examplePlan: PlanView = {
  id: '0199a1b2-5a10-7c3d-9e4f-2b1c0d9e8f70',
  name: 'Aligners, 14 months',
  phase: 'proposed',
  phaseSince: '2026-11-12T15:40:00Z',
  milestone: null,
  total: { cents: 480_000, currency: 'USD' },
  link: 'https://plans.example/tp-881',
  reference: 'TP-881',
  revision: 1,
};
const exampleProcedure: ProcedureView = {
  id: '0199a1b2-5a10-7c3d-9e4f-2b1c0d9e8f71',
  planId: examplePlan.id,
  code: 'D1110',
  name: 'Cleaning',
  practitioner: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8d1', name: 'Dr. Margaret Chen' },
  doneAt: '2026-11-20T15:45:00Z',
  reference: null,
  revision: 2,
};
const examplePayment: PaymentView = {
  id: '0199a1b2-5a10-7c3d-9e4f-2b1c0d9e8f72',
  planId: examplePlan.id,
  amount: { cents: 12_500, currency: 'USD' },
  status: 'failed',
  statusSince: '2026-11-20T09:00:00Z',
  dueOn: '2026-11-20',
  overdue: true,
  fault: 'card_expired',
  link: 'https://pay.example/inv-2041',
  reference: 'INV-2041',
  revision: 2,
};
export const exampleCare: CareView = {
  balance: { cents: 48_000, currency: 'USD' },
  plans: [examplePlan],
  procedures: [exampleProcedure],
  payments: [examplePayment],
};
