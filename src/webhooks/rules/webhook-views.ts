import { z } from 'zod';
import { eventKindNames } from '../../events/rules/event-kinds.ts';
import { failureSchema } from './failure-of.ts';

const url = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .describe('gets a POST for each event');
const kinds = z.array(z.enum(eventKindNames)).max(eventKindNames.length).describe('none: all');

export const newWebhookSchema = z
  .object({ url, kinds: kinds.default([]) })
  .meta({ examples: [{ url: 'https://practice.example/hooks', kinds: ['APPOINTMENT_CANCELLED'] }] });
export type NewWebhook = z.infer<typeof newWebhookSchema>;

export const webhookChangeSchema = z
  .object({ url, kinds, enabled: z.boolean() })
  .partial()
  .meta({ examples: [{ enabled: true }] });
export type WebhookChange = z.infer<typeof webhookChangeSchema>;

export const webhookViewSchema = z.object({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(eventKindNames)).describe('none: all'),
  enabled: z.boolean(),
  failingSince: z.iso.datetime().nullable().describe('nothing has arrived since'),
  disabledAt: z.iso.datetime().nullable().describe('by Frontdesk, after failing for five days'),
  createdAt: z.iso.datetime(),
});
export type WebhookView = z.infer<typeof webhookViewSchema>;

const deliveryStatus = z.enum(['pending', 'delivered', 'failed']);
export const deliveryQuerySchema = z.object({
  status: deliveryStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

const deliveryViewSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  kind: z.enum(eventKindNames),
  occurredAt: z.iso.datetime().describe('when it happened'),
  status: deliveryStatus,
  attempts: z.int(),
  lastStatus: z.int().nullable().describe('HTTP; null: no answer, or not tried yet'),
  lastResponse: z.string().nullable().describe('what the receiver said, the first thousand characters'),
  lastFailure: failureSchema.nullable().describe('why nobody answered'),
  lastAttemptAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;

export const deliveryPageSchema = z.object({
  deliveries: z.array(deliveryViewSchema),
  nextCursor: z.string().nullable(),
});
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

export const replayRequestSchema = z
  .object({
    since: z.iso.datetime({ offset: true }).describe('events recorded from then on'),
    what: z
      .enum(['missed', 'all'])
      .default('missed')
      .describe('`missed`: what has not arrived and is not being tried; `all`: what has arrived as well'),
  })
  .meta({ examples: [{ since: '2026-11-18T08:00:00Z', what: 'missed' }] });
export type ReplayRequest = z.infer<typeof replayRequestSchema>;

export const testResultSchema = deliveryViewSchema
  .pick({ lastStatus: true, lastResponse: true, lastFailure: true })
  .extend({ milliseconds: z.int() })
  .meta({ examples: [{ lastStatus: 204, lastResponse: null, lastFailure: null, milliseconds: 87 }] });
export type TestResult = z.infer<typeof testResultSchema>;

export const exampleWebhook = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8b1',
  url: 'https://practice.example/hooks',
  kinds: ['APPOINTMENT_CANCELLED'],
  enabled: true,
  failingSince: null,
  disabledAt: null,
  createdAt: '2026-11-20T15:00:00Z',
} satisfies WebhookView;

export const exampleDelivery = {
  id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8b2',
  eventId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8b3',
  kind: 'APPOINTMENT_CANCELLED',
  occurredAt: '2026-11-20T15:00:00Z',
  status: 'delivered',
  attempts: 1,
  lastStatus: 204,
  lastResponse: null,
  lastFailure: null,
  lastAttemptAt: '2026-11-20T15:00:01Z',
  nextAttemptAt: null,
} satisfies DeliveryView;
