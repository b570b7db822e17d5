import { z } from 'zod';
import { treatmentPhaseSchema } from '../../care/rules/treatment-phase.ts';
import { languageSchema } from '../../clinics/rules/language.ts';
import { emergencyWordsSchema } from './emergency-words.ts';

/**
 * Everything about the taking of calls that is drafted and published as one. The schema is loose where somebody may be
 * in the middle of typing (an empty name, an option that leads nowhere yet): a draft can always be saved, and
 * `checkDocument` says what keeps it from being published.
 */

/** As deep as callers follow a menu. */
export const deepestMenu = 3;

const words = z.string().max(1000);
const spoken = z
  .strictObject({ en: words.optional(), de: words.optional() })
  .describe('text by language; {} = the built-in text');

export const announcementSchema = z
  .strictObject({
    text: spoken,
    recordings: z
      .strictObject({ en: z.uuid().optional(), de: z.uuid().optional() })
      .describe('by language; played instead of the text'),
  })
  .describe('what callers hear: a recording where there is one, else the text, else the built-in text');
export type Announcement = z.infer<typeof announcementSchema>;

const time = z.string().max(5).describe('"HH:MM" in the clinic’s own time; midnight is 00:00');
const spans = z.array(z.tuple([time, time])).max(10);
const hoursDraftSchema = z
  .strictObject({
    '1': spans.optional(),
    '2': spans.optional(),
    '3': spans.optional(),
    '4': spans.optional(),
    '5': spans.optional(),
    '6': spans.optional(),
    '7': spans.optional(),
  })
  .describe(
    'by ISO weekday (1 = Monday): [["08:00", "12:00"], …]; an end at or before its start runs past midnight; {} = always open',
  );

const holidaysDraftSchema = z.strictObject({
  country: z.string().max(2).optional().describe('ISO 3166-1, such as US or DE'),
  state: z.string().max(8).optional().describe('such as IL or BY'),
  extra: z
    .array(z.strictObject({ date: z.string().max(10), name: z.string().max(100) }))
    .max(200)
    .optional()
    .describe('the clinic’s own days off'),
  except: z.array(z.iso.date()).max(200).optional().describe('holidays on which the clinic works'),
});

const number = z.string().max(40).describe('a number such as +13125550100');

const leaf = [
  z.strictObject({ type: z.literal('staff'), staffId: z.uuid().nullable() }),
  z.strictObject({ type: z.literal('department'), departmentId: z.uuid().nullable() }),
  z.strictObject({ type: z.literal('voicemail'), departmentId: z.uuid().nullable() }),
  z.strictObject({
    type: z.literal('ai'),
    departmentId: z.uuid().nullable(),
    fallbackToStaff: z.boolean(),
  }),
  z.strictObject({ type: z.literal('external'), number }),
] as const;
type LeafTarget = z.infer<(typeof leaf)[number]>;

export type MenuEntry = {
  /** made by whoever adds the option; stays for its life */
  id: string;
  digit: string;
  label: string;
  spoken: { en?: string | undefined; de?: string | undefined };
  /** whoever chooses it has an emergency */
  emergency: boolean;
  route: LeafTarget | { type: 'menu'; options: MenuEntry[] };
};

const menuOfDepth = (depth: number): z.ZodType<MenuEntry[]> => {
  const route =
    depth > 1
      ? z.discriminatedUnion('type', [
          ...leaf,
          z.strictObject({ type: z.literal('menu'), options: menuOfDepth(depth - 1) }),
        ])
      : z.discriminatedUnion('type', leaf);
  return z
    .array(
      z.strictObject({
        id: z.uuid(),
        digit: z.string().max(1).describe('one key; "" = not chosen yet'),
        label: z.string().max(80),
        spoken: spoken.describe('text by language; {} = "For {label}, press {digit}."'),
        emergency: z.boolean().default(false).describe('true: whoever chooses it has an emergency'),
        route,
      }),
    )
    .max(12);
};

const callerRuleSchema = z.strictObject({
  /** made by whoever adds the rule; stays for its life */
  id: z.uuid(),
  name: z.string().max(80),
  when: z
    .strictObject({
      vip: z.boolean().describe('true: only VIPs'),
      language: languageSchema.nullable().describe('null: whatever they speak'),
      balanceOverCents: z
        .number()
        .int()
        .min(0)
        .max(100_000_000)
        .nullable()
        .describe('null: whatever they owe'),
      phases: z.array(treatmentPhaseSchema).max(7).describe('of a treatment; one of them. []: whatever'),
    })
    .describe('of whoever is calling, by their number; all of it has to hold'),
  alsoClosed: z.boolean().describe('false: only while the clinic is open'),
  route: z
    .discriminatedUnion('type', [...leaf, z.strictObject({ type: z.literal('menu') })])
    .describe('menu: as everybody’s call goes, whatever rules come after'),
});
export type CallerRule = z.infer<typeof callerRuleSchema>;

export const settingsDocumentSchema = z.strictObject({
  language: languageSchema.describe('for callers whose own language is not known'),
  aiEnabled: z.boolean(),
  menuEnabled: z.boolean(),
  greeting: announcementSchema,
  menu: menuOfDepth(deepestMenu).describe('in the order in which it is read; a sub-menu holds its options'),
  callerRules: z
    .array(callerRuleSchema)
    .max(30)
    .default([])
    .describe('whose calls go another way; the first that holds decides'),
  emergencyWords: emergencyWordsSchema.default({}),
  menuTimeoutSeconds: z.number().int().min(1).max(30),
  menuRepeats: z.number().int().min(0).max(5).describe('how often after silence or a wrong key'),
  ringSeconds: z.number().int().min(5).max(120),
  maxWaitSeconds: z.number().int().min(0).max(1800).describe('0: voicemail at once when everybody is busy'),
  voicemailEnabled: z.boolean(),
  voicemail: announcementSchema,
  voicemailEmail: z.string().max(200).nullable(),
  voicemailRetentionDays: z.number().int().min(1).max(3650),
  businessHours: hoursDraftSchema,
  holidays: holidaysDraftSchema,
  afterHours: z.enum(['voicemail', 'menu', 'staff', 'external']),
  afterHoursMessage: announcementSchema,
  afterHoursNumber: number.nullable(),
});
export type SettingsDocument = z.infer<typeof settingsDocumentSchema>;

const departmentSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().max(80),
  voicemailEmail: z.string().max(200).nullable(),
  voicemail: announcementSchema,
  emergency: z.boolean().default(false).describe('true: whoever is put through to it has an emergency'),
});

const staffRouteSchema = z.strictObject({
  departmentId: z.uuid().nullable().describe('null: calls for nobody in particular'),
  priority: z.number().int().min(1).max(99).describe('1 is rung first; equal numbers ring together'),
  inPortal: z.boolean(),
  phone: number.nullable().describe('null: not on their phone'),
  on: z.boolean(),
});
export type StaffRouteEntry = z.infer<typeof staffRouteSchema>;

export const routingDocumentSchema = z.strictObject({
  settings: settingsDocumentSchema.describe('for every number without its own'),
  numbers: z
    .array(z.strictObject({ phoneNumber: z.string().max(16), settings: settingsDocumentSchema }))
    .max(50)
    .describe('numbers of the clinic that are answered differently'),
  departments: z.array(departmentSchema).max(100),
  staff: z
    .array(z.strictObject({ staffId: z.uuid(), routes: z.array(staffRouteSchema).max(50) }))
    .max(500)
    .describe('who takes calls; somebody who is not here keeps the calls they take now'),
});
export type RoutingDocument = z.infer<typeof routingDocumentSchema>;
export type DepartmentEntry = RoutingDocument['departments'][number];
