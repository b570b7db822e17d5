import { z } from 'zod';

/** PostgreSQL keeps neither a zero byte nor half a character. */
const isStorable = (written: string): boolean => !written.includes('\0') && written.isWellFormed();
const text = z.string().trim().min(1).max(200).refine(isStorable, 'not a text');
const cents = z.int().min(0).max(2_000_000_000).describe('in the smallest unit of the currency');
const currency = z.string().regex(/^[A-Z]{3}$/);
const day = z.iso.date().refine((date) => date >= '1900' && date < '2200', 'between 1900 and 2200');
const reference = text.nullable().default(null).describe('what the practice system calls it');

export const appointmentPayload = z.object({
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  practitionerId: z.uuid().nullable().default(null),
  appointmentTypeId: z.uuid().nullable().default(null),
  reason: z.string().max(400).refine(isStorable, 'not a text').default(''),
});

export const movedPayload = appointmentPayload.extend({
  previousStartsAt: z.iso.datetime({ offset: true }),
  previousEndsAt: z.iso.datetime({ offset: true }),
  previousPractitionerId: z.uuid().nullable().default(null),
});

export const cancelledPayload = appointmentPayload.extend({
  cancelledBy: z.enum(['patient', 'clinic', 'unknown']).default('unknown'),
});

const emergency = z
  .boolean()
  .default(false)
  .describe('by a key, a department, words of the message, or somebody of the staff');

export const incomingCallPayload = z.object({
  fromNumber: text.describe('E.164, or `anonymous`'),
  toNumber: text,
  caller: z.enum(['patient', 'lead', 'unknown']),
  language: text.max(20),
  emergency,
});

export const endedCallPayload = z.object({
  direction: z.enum(['inbound', 'outbound']),
  fromNumber: text,
  toNumber: text,
  outcome: text.describe('answered, voicemail, external, abandoned, missed, no-answer, failed'),
  seconds: z.int().min(0).describe('from the first ring to the end'),
  departmentId: z.string().max(64).nullable().default(null).describe('whom the caller wanted'),
  menuChoice: z
    .string()
    .max(80)
    .nullable()
    .default(null)
    .describe('what they chose in the menu, by its name'),
  emergency,
});

export const planPayload = z.object({
  treatmentPlanId: z.uuid().nullable().default(null),
  reference,
  name: text,
  totalCents: cents.nullable().default(null),
  currency: currency.nullable().default(null),
});

export const milestonePayload = planPayload.extend({ milestone: text });

export const procedurePayload = z.object({
  procedureId: z.uuid().nullable().default(null),
  reference,
  code: text.nullable().default(null).describe('CDT, GOZ or the practice’s own'),
  name: text,
  practitionerId: z.uuid().nullable().default(null),
});

export const paymentPayload = z.object({
  paymentId: z.uuid().nullable().default(null),
  reference,
  amountCents: cents,
  currency,
  dueOn: day.nullable().default(null),
});

export const failedPaymentPayload = paymentPayload.extend({
  fault: text.nullable().default(null).describe('as the payment service names it: `card_expired`'),
});

export const patientCreatedPayload = z.object({
  enteredBy: z.enum(['staff', 'practice-system', 'call', 'form']),
});

export const birthdayPayload = z.object({
  date: z.iso.date().describe('this year’s'),
  age: z.int().min(0).max(150).nullable().default(null).describe('completed on this day'),
});

export const retainerPayload = z.object({ dueOn: day, product: text.nullable().default(null) });

export const leadPayload = z.object({
  leadId: z.uuid().nullable().default(null),
  interest: text.nullable().default(null),
  origin: text.nullable().default(null).describe('where they came from: `website`, `phone`'),
});
