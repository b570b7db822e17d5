import type { Insertable } from 'kysely';
import { z } from 'zod';
import { languageSchema } from '../clinics/rules/language.ts';
import type { DB } from '../platform/database/schema.ts';
import { holidaysSchema, businessHoursSchema } from '../clinics/rules/opening-schema.ts';
import { emergencyWordsSchema } from './rules/emergency-words.ts';
import { settingsDocumentSchema, type MenuEntry, type SettingsDocument } from './rules/routing-document.ts';

/** The columns of `call_settings` and a document's settings, one into the other. The store alone uses it. */

const text = z
  .object({ en: z.string().optional(), de: z.string().optional() })
  .transform(({ en, de }) => ({ ...(en === undefined ? {} : { en }), ...(de === undefined ? {} : { de }) }));
const spoken = text.catch({});
const recordingsColumn = z
  .object({ greeting: text, voicemail: text, afterHours: text })
  .partial()
  .catch({})
  .transform(({ greeting = {}, voicemail = {}, afterHours = {} }) => ({ greeting, voicemail, afterHours }));

const menuConfig = z
  .object({
    greeting: spoken.optional(),
    // One value out of bounds must not take the clinic's own greeting with it.
    timeoutSeconds: z.number().int().min(1).max(30).optional().catch(undefined),
    maxRepeats: z.number().int().min(0).max(5).optional().catch(undefined),
  })
  .catch({});

const row = z.object({
  id: z.string(),
  phone_number: z.string().nullable(),
  language: languageSchema,
  enable_ai_call_handling: z.boolean(),
  enable_ivr_menu: z.boolean(),
  ivr_menu_config: menuConfig,
  ring_seconds: z.number(),
  max_wait_seconds: z.number(),
  voicemail_enabled: z.boolean(),
  voicemail_message: spoken,
  voicemail_email: z.string().nullable(),
  voicemail_retention_days: z.number(),
  business_hours: businessHoursSchema.catch({}),
  holidays: holidaysSchema.catch({}),
  after_hours: z.enum(['voicemail', 'menu', 'staff', 'external']),
  after_hours_message: spoken,
  after_hours_number: z.string().nullable(),
  recordings: recordingsColumn,
  caller_rules: settingsDocumentSchema.shape.callerRules.catch([]),
  emergency_words: emergencyWordsSchema.catch({}),
});

export const spokenOf = (value: unknown) => spoken.parse(value);

/** @param menuOf the options of these settings as a tree */
export const settingsOfRow = (
  columns: unknown,
  menuOf: (settingsId: string) => MenuEntry[],
): { id: string; phoneNumber: string | null; settings: SettingsDocument } => {
  const r = row.parse(columns);
  return {
    id: r.id,
    phoneNumber: r.phone_number,
    settings: {
      language: r.language,
      aiEnabled: r.enable_ai_call_handling,
      menuEnabled: r.enable_ivr_menu,
      greeting: { text: r.ivr_menu_config.greeting ?? {}, recordings: r.recordings.greeting },
      menu: menuOf(r.id),
      callerRules: r.caller_rules,
      emergencyWords: r.emergency_words,
      menuTimeoutSeconds: r.ivr_menu_config.timeoutSeconds ?? 5,
      menuRepeats: r.ivr_menu_config.maxRepeats ?? 2,
      ringSeconds: r.ring_seconds,
      maxWaitSeconds: r.max_wait_seconds,
      voicemailEnabled: r.voicemail_enabled,
      voicemail: { text: r.voicemail_message, recordings: r.recordings.voicemail },
      voicemailEmail: r.voicemail_email,
      voicemailRetentionDays: r.voicemail_retention_days,
      businessHours: r.business_hours,
      holidays: r.holidays,
      afterHours: r.after_hours,
      afterHoursMessage: { text: r.after_hours_message, recordings: r.recordings.afterHours },
      afterHoursNumber: r.after_hours_number,
    },
  };
};

type SettingsColumns = Omit<Insertable<DB['call_settings']>, 'clinic_id' | 'id' | 'phone_number'>;

export const columnsOfSettings = (settings: SettingsDocument): SettingsColumns => ({
  language: settings.language,
  enable_ai_call_handling: settings.aiEnabled,
  enable_ivr_menu: settings.menuEnabled,
  ivr_menu_config: JSON.stringify({
    greeting: settings.greeting.text,
    timeoutSeconds: settings.menuTimeoutSeconds,
    maxRepeats: settings.menuRepeats,
  }),
  caller_rules: JSON.stringify(settings.callerRules),
  emergency_words: JSON.stringify(settings.emergencyWords),
  ring_seconds: settings.ringSeconds,
  max_wait_seconds: settings.maxWaitSeconds,
  voicemail_enabled: settings.voicemailEnabled,
  voicemail_message: JSON.stringify(settings.voicemail.text),
  voicemail_email: settings.voicemailEmail,
  voicemail_retention_days: settings.voicemailRetentionDays,
  business_hours: JSON.stringify(settings.businessHours),
  holidays: JSON.stringify(settings.holidays),
  after_hours: settings.afterHours,
  after_hours_message: JSON.stringify(settings.afterHoursMessage.text),
  after_hours_number: settings.afterHoursNumber,
  recordings: JSON.stringify({
    greeting: settings.greeting.recordings,
    voicemail: settings.voicemail.recordings,
    afterHours: settings.afterHoursMessage.recordings,
  }),
});
