import { z } from 'zod';
import { channelSchema, chosenPurposeSchema, purposeSchema, voiceSchema } from './contact-request.ts';
import { refusals } from './gate-decision.ts';

const reasonSchema = z.enum(['allowed', ...refusals]);

const checkSchema = z.object({
  rule: z.string().describe('stable, e.g. us-hours, house-marketing-week'),
  source: z.string().describe('the law, or "house" for a rule of this product'),
  stops: z.enum(refusals).nullable().describe('null: it does not stand in the way'),
  until: z.iso.datetime().nullable(),
  numbers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CheckView = z.infer<typeof checkSchema>;

/** What the gate said about one contact, with every rule that it asked. */
export const decisionViewSchema = z.object({
  id: z.string(),
  key: z.string(),
  patient: z.object({ id: z.string(), name: z.string() }),
  workflow: z
    .object({
      instanceId: z.string().describe('its story: `GET workflow-instances/:instanceId`'),
      name: z.string(),
      version: z.number().int().nullable(),
      step: z.number().int().nullable().describe('counted from 1'),
    })
    .nullable()
    .describe('that wanted the contact; null: none did'),
  moment: z.enum(['planning', 'sending']),
  channel: channelSchema,
  purpose: purposeSchema,
  voice: voiceSchema.nullable(),
  by: z.enum(['automation', 'staff']),
  to: z.string().nullable(),
  allowed: z.boolean(),
  reason: reasonSchema,
  rule: z.string().nullable(),
  notBefore: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime(),
  times: z.number().int().describe('how often the same answer was given'),
  counts: z.boolean().describe('takes a place under the caps'),
  zone: z.object({ zone: z.string(), source: z.enum(['patient', 'number', 'clinic']) }),
  place: z.object({
    country: z.string().nullable(),
    region: z.string().nullable(),
    source: z.enum(['address', 'number', 'clinic', 'unknown']),
  }),
  consent: z
    .object({
      id: z.string(),
      obtainedAt: z.iso.datetime(),
      method: z.string(),
      proof: z.string().nullable(),
    })
    .nullable(),
  basis: z.enum(['consent', 'relationship', 'answer']).nullable(),
  checks: z.array(checkSchema),
  disclosures: z.array(z.string()),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;

/** "Could she be written to now?", for one channel and purpose. */
export const contactAnswerSchema = z.object({
  channel: channelSchema,
  purpose: chosenPurposeSchema,
  allowed: z.boolean(),
  reason: reasonSchema,
  notBefore: z.iso.datetime().nullable(),
});
export type ContactAnswer = z.infer<typeof contactAnswerSchema>;
