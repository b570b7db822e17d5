import { z } from 'zod';
import { paymentStatusSchema } from './settle-balance.ts';
import { treatmentPhaseSchema } from './treatment-phase.ts';

/** One line of text as typed. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters');
const cents = z.int().min(0).max(1_000_000_00).describe('in the smallest unit of the clinic’s currency');
const link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(500)
  .regex(/^https:[\x21-\x7e]+$/, 'https, without spaces')
  .nullable()
  .describe('https, for the patient');
const id = z.uuid().nullable();
const day = z.iso.date().refine((date) => date >= '1900' && date < '2200', 'between 1900 and 2200');
const revision = z
  .int()
  .min(1)
  .optional()
  .describe('the one that was seen; 409 `conflict` when it changed since');

const plan = {
  name: line(200),
  totalCents: cents.nullable(),
  link,
};
export const newPlanSchema = z.object({
  ...plan,
  totalCents: plan.totalCents.default(null),
  link: plan.link.default(null),
  phase: treatmentPhaseSchema.default('proposed'),
});
export type NewPlan = z.infer<typeof newPlanSchema>;

/** Only what is sent changes. */
export const planChangeSchema = z
  .object({ ...plan, phase: treatmentPhaseSchema, milestone: line(200).nullable() })
  .partial()
  .extend({ revision });
export type PlanChange = z.infer<typeof planChangeSchema>;

const procedure = { name: line(200), code: line(40).nullable(), planId: id, practitionerId: id };
export const newProcedureSchema = z.object({
  name: procedure.name,
  code: procedure.code.default(null),
  planId: id.default(null),
  practitionerId: id.default(null),
  done: z.boolean().default(false),
});
export type NewProcedure = z.infer<typeof newProcedureSchema>;

export const procedureChangeSchema = z
  .object({ ...procedure, done: z.boolean() })
  .partial()
  .extend({ revision });
export type ProcedureChange = z.infer<typeof procedureChangeSchema>;

const payment = { amountCents: cents.min(1), dueOn: day.nullable(), link, planId: id };
export const newPaymentSchema = z.object({
  amountCents: payment.amountCents,
  dueOn: payment.dueOn.default(null).describe('null: at once'),
  link: payment.link.default(null),
  planId: id.default(null),
});
export type NewPayment = z.infer<typeof newPaymentSchema>;

export const paymentChangeSchema = z
  .object({ ...payment, status: paymentStatusSchema, fault: line(200).nullable() })
  .partial()
  .extend({ revision });
export type PaymentChange = z.infer<typeof paymentChangeSchema>;
