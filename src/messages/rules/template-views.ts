import { z } from 'zod';
import { chosenPurposeSchema } from '../../consent/rules/contact-request.ts';
import { channelSchema } from './message-order.ts';
import { templateTextsSchema } from './template-texts.ts';
import { templateAboutSchema } from './template-variables.ts';

const name = z.string().trim().min(1).max(100);

export const templateDraftSchema = z.object({
  name,
  channel: channelSchema,
  purpose: chosenPurposeSchema,
  about: templateAboutSchema.describe('what of: only texts about an appointment may name its time'),
  texts: templateTextsSchema,
});
export type TemplateDraft = z.infer<typeof templateDraftSchema>;

export const templateViewSchema = templateDraftSchema.extend({
  id: z.uuid(),
  version: z.int().describe('the one that is sent'),
  revision: z.int().describe('counts changes; named when saving, so that nobody writes over somebody else’s'),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string().nullable(),
  archivedAt: z.iso.datetime().nullable(),
});
export type TemplateView = z.infer<typeof templateViewSchema>;

export const templatePageSchema = z.object({
  items: z.array(templateViewSchema).describe('by name'),
  nextCursor: z.string().nullable(),
});
export type TemplatePage = z.infer<typeof templatePageSchema>;

export const templateFaultSchema = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('unknown-variable'), variable: z.string() }),
  z.object({ fault: z.literal('cannot-be-read'), line: z.int(), detail: z.string() }),
  z.object({ fault: z.literal('empty') }),
  z.object({ fault: z.literal('too-long') }),
  z.object({ fault: z.literal('missing'), variable: z.string() }),
]);
/** What is wrong with a text, in a form that the page has words for. */
export type TemplateFault = z.infer<typeof templateFaultSchema>;

const previewTextSchema = z.object({
  subject: z.string().nullable(),
  body: z.string().nullable().describe('null: it cannot be filled in'),
  faults: z.array(templateFaultSchema),
  segments: z.int().nullable().describe('text messages it becomes'),
  encoding: z.enum(['GSM-7', 'UCS-2']).nullable(),
  priceMicros: z.int().nullable().describe('of one recipient, in millionths of the currency'),
});
export const templatePreviewSchema = z.object({
  en: previewTextSchema.nullable(),
  de: previewTextSchema.nullable(),
  about: z.string().nullable().describe('whose name stands in it; null: a made-up person'),
  currency: z.string(),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;

export const exampleDraft: TemplateDraft = {
  name: 'Reminder, two days before',
  channel: 'sms',
  purpose: 'appointment',
  about: 'appointment',
  texts: {
    en: {
      subject: null,
      body: 'Hello {{ recipient.first_name }}, {{ patient.first_name }} is expected on {{ appointment.weekday }} at {{ appointment.time }}. Answer YES to confirm. {{ clinic.name }}',
    },
  },
};
export const exampleTemplate: TemplateView = {
  ...exampleDraft,
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8f1',
  version: 3,
  revision: 3,
  updatedAt: '2026-11-20T15:00:00Z',
  updatedBy: 'Margaret Chen',
  archivedAt: null,
};
