import { z } from 'zod';
import { channelSchema, chosenPurposeSchema } from './contact-request.ts';

/** How a yes was given. The first four are in writing, as laws on advertising ask for. */
export const consentMethodSchema = z.enum([
  'paper-form',
  'web-form',
  'email',
  'sms',
  'in-person',
  'phone',
  'imported',
]);
export type ConsentMethod = z.infer<typeof consentMethodSchema>;

const person = z.object({ id: z.string(), name: z.string() });

export const consentViewSchema = z.object({
  id: z.string(),
  patient: person,
  purpose: chosenPurposeSchema,
  channel: channelSchema.nullable().describe('null: on every channel'),
  method: consentMethodSchema,
  written: z.boolean(),
  obtainedAt: z.iso.datetime(),
  proof: z.string().nullable().describe('where the proof is found'),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnBy: z.string().nullable(),
});
export type ConsentView = z.infer<typeof consentViewSchema>;

export const exampleConsent: ConsentView = {
  id: '0199a1b2-3c4d-7e5f-8a6b-1c2d3e4f5a6b',
  patient: { id: '0199a1b2-0000-7000-8000-000000000001', name: 'Laura Bennett' },
  purpose: 'marketing',
  channel: 'email',
  method: 'paper-form',
  written: true,
  obtainedAt: '2026-03-03T10:00:00Z',
  proof: 'Registration form of 3 March, binder 12',
  recordedAt: '2026-03-03T10:05:00Z',
  recordedBy: 'Olivia Martin',
  withdrawnAt: null,
  withdrawnBy: null,
};

/** What somebody agreed to, as the staff enter it. */
export const newConsentSchema = z.object({
  purposes: z.array(chosenPurposeSchema).min(1).max(5),
  channel: channelSchema.nullable().default(null).describe('null: on every channel'),
  method: consentMethodSchema,
  obtainedAt: z.iso.datetime().describe('not in the future'),
  proof: z.string().trim().min(1).max(500).nullable().default(null),
});
export type NewConsent = z.infer<typeof newConsentSchema>;
