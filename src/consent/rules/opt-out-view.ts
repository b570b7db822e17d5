import { z } from 'zod';
import { channelSchema, chosenPurposeSchema } from './contact-request.ts';

/** How somebody said no: a stop word, words of their own, a key on a call, a link, or through the carrier or the staff. */
export const optOutHowSchema = z.enum([
  'keyword',
  'words',
  'key-press',
  'link',
  'complaint',
  'carrier',
  'staff',
  'imported',
]);
export type OptOutHow = z.infer<typeof optOutHowSchema>;

export const optOutViewSchema = z.object({
  id: z.string(),
  patient: z.object({ id: z.string(), name: z.string() }).nullable(),
  address: z.string().nullable().describe('E.164 or an e-mail address; null: all that the person has'),
  channel: channelSchema.nullable().describe('null: every channel'),
  purpose: chosenPurposeSchema.nullable().describe('null: whatever the purpose'),
  how: optOutHowSchema,
  note: z.string().nullable(),
  since: z.iso.datetime(),
  recordedBy: z.string().nullable(),
  liftedAt: z.iso.datetime().nullable(),
  liftedHow: z.enum(['keyword', 'link', 'staff']).nullable(),
  liftedBy: z.string().nullable(),
});
export type OptOutView = z.infer<typeof optOutViewSchema>;

export const exampleOptOut: OptOutView = {
  id: '0199a1b2-3c4d-7e5f-8a6b-1c2d3e4f5a6b',
  patient: { id: '0199a1b2-0000-7000-8000-000000000001', name: 'Laura Bennett' },
  address: '+13125550121',
  channel: 'sms',
  purpose: null,
  how: 'keyword',
  note: null,
  since: '2026-11-20T15:00:00Z',
  recordedBy: null,
  liftedAt: null,
  liftedHow: null,
  liftedBy: null,
};

const note = z.string().trim().min(1).max(500).nullable().default(null);

/** A no that somebody of the staff was told. */
export const newOptOutSchema = z.object({
  channel: channelSchema.nullable().default(null),
  purpose: chosenPurposeSchema.nullable().default(null),
  note,
});

/** A number or address that nobody here is known to have, or that several share. */
export const newAddressOptOutSchema = newOptOutSchema.extend({
  address: z
    .string()
    .trim()
    .min(3)
    .max(254)
    .describe('a number in any writing, read by the clinic’s country, or an e-mail address'),
});
