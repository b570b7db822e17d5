import { z } from 'zod';
import { languageSchema } from './language.ts';

const zoneExists = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** What a clinic says about itself, and how long it keeps what calls leave behind. */
export const clinicSettingsSchema = z.object({
  name: z.string().trim().min(1).max(100),
  timeZone: z.string().max(60).refine(zoneExists, 'must be a zone such as Europe/Berlin'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two letters, such as DE')
    .nullable(),
  language: languageSchema.describe('of its e-mails, and wherever nobody’s own is known'),
  languages: z
    .array(languageSchema)
    .min(1)
    .max(10)
    .describe('in which callers are spoken to; `language` is one of them'),
  callLogDays: z.number().int().min(30).max(3650).nullable().describe('null: kept for good'),
  webhookReceiptDays: z.number().int().min(7).max(3650),
  contactDecisionDays: z
    .number()
    .int()
    .min(90)
    .max(3650)
    .describe('what the gate said about contacts; what rests on a consent stays five years at least'),
});
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>;

/** As somebody may set them. */
export const wantedSettingsSchema = clinicSettingsSchema.refine(
  ({ language, languages }) => languages.includes(language),
  { path: ['languages'], message: 'must hold `language`' },
);
