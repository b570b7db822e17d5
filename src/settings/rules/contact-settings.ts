import { z } from 'zod';

const perDay = z.number().int().min(1).max(1_000_000).nullable().describe('null: no limit');

/** How fast one of the clinic's numbers writes and calls by itself. */
export const numberPaceSchema = z.object({
  phoneNumber: z.string().describe('E.164, one of the clinic’s own'),
  messagesPerMinute: z.number().int().min(1).max(100_000).describe('what the carrier lets this number send'),
  messagesPerDay: perDay,
  callsPerMinute: z.number().int().min(1).max(6000).describe('60: one a second'),
  callsAtOnce: z.number().int().min(1).max(500),
  callsPerDay: perDay,
});
export type NumberPace = z.infer<typeof numberPaceSchema>;

export const contactSettingsSchema = z.object({
  segmentPriceMicros: z
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .describe('of one text message segment, in millionths of the clinic’s currency'),
  postalAddress: z
    .string()
    .trim()
    .min(5)
    .max(300)
    .nullable()
    .describe('stands below e-mails; without it no marketing e-mail leaves'),
  trackEmail: z.boolean().describe('whether it is noted that e-mails are opened and links in them followed'),
  numbers: z.array(numberPaceSchema).max(500),
});
export type ContactSettings = z.infer<typeof contactSettingsSchema>;

/** `GET contact-settings` */
export const contactSettingsViewSchema = contactSettingsSchema.extend({
  currency: z.string().describe('the clinic’s, ISO 4217'),
  numbers: z.array(numberPaceSchema.extend({ label: z.string() })),
});
export type ContactSettingsView = z.infer<typeof contactSettingsViewSchema>;

export const exampleContactSettings: ContactSettings = {
  segmentPriceMicros: 8300,
  postalAddress: '120 Lake Street, Chicago, IL 60601',
  trackEmail: false,
  numbers: [
    {
      phoneNumber: '+13125550100',
      messagesPerMinute: 240,
      messagesPerDay: 6000,
      callsPerMinute: 60,
      callsAtOnce: 5,
      callsPerDay: null,
    },
  ],
};
