import { z } from 'zod';
import { eventKindNames } from '../../events/rules/event-kinds.ts';

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
  kinds: z.array(z.string()),
  enabled: z.boolean(),
  failingSince: z.iso.datetime().nullable().describe('nothing has arrived since'),
  disabledAt: z.iso.datetime().nullable().describe('by Frontdesk, after failing for five days'),
  createdAt: z.iso.datetime(),
});
export type WebhookView = z.infer<typeof webhookViewSchema>;

export const deliveryViewSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  kind: z.enum(eventKindNames),
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  lastStatus: z.int().nullable().describe('HTTP; null: no answer, or not tried yet'),
  lastAttemptAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;

export const deliveryPageSchema = z.object({
  deliveries: z.array(deliveryViewSchema),
  nextCursor: z.string().nullable(),
});
export type DeliveryPage = z.infer<typeof deliveryPageSchema>;

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
  status: 'delivered',
  attempts: 1,
  lastStatus: 204,
  lastAttemptAt: '2026-11-20T15:00:01Z',
  nextAttemptAt: null,
} satisfies DeliveryView;
