import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { businessHoursSchema, holidaysSchema } from './opening-schema.ts';

/** The routing of a clinic as the API shows and takes it. */

const e164 = z.string().regex(/^\+[1-9][0-9]{4,14}$/, 'a number such as +13125550100');
const sentence = z.string().max(1000);
const spoken = z
  .strictObject({ en: sentence.optional(), de: sentence.optional() })
  .describe('text by language; {} = the built-in text');

/** `PATCH …/routing/settings` takes any part of it. */
export const settingsViewSchema = z.strictObject({
  aiEnabled: z.boolean(),
  menuEnabled: z.boolean(),
  greeting: spoken,
  menuTimeoutSeconds: z.number().int().min(1).max(30),
  menuRepeats: z.number().int().min(0).max(5).describe('how often after silence or a wrong key'),
  ringSeconds: z.number().int().min(5).max(120),
  maxWaitSeconds: z.number().int().min(0).max(1800).describe('0: voicemail at once when everybody is busy'),
  voicemailEnabled: z.boolean(),
  voicemailMessage: spoken,
  voicemailEmail: z.email().max(200).nullable(),
  voicemailRetentionDays: z.number().int().min(1).max(3650),
  businessHours: businessHoursSchema,
  holidays: holidaysSchema,
  afterHours: z.enum(['voicemail', 'menu', 'staff', 'external']),
  afterHoursMessage: spoken,
  afterHoursNumber: e164.nullable(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

const leaf = [
  z.strictObject({ type: z.literal('staff'), staffId: z.uuid() }),
  z.strictObject({ type: z.literal('department'), departmentId: z.uuid() }),
  z.strictObject({ type: z.literal('voicemail'), departmentId: z.uuid().nullable() }),
  z.strictObject({
    type: z.literal('ai'),
    departmentId: z.uuid().nullable(),
    fallbackToStaff: z.boolean(),
  }),
  z.strictObject({ type: z.literal('external'), number: e164 }),
] as const;
type LeafRoute = z.infer<(typeof leaf)[number]>;

export type MenuItem = {
  digit: string;
  label: string;
  spoken: { en?: string | undefined; de?: string | undefined };
  route: LeafRoute | { type: 'menu'; options: MenuItem[] };
};

/** More levels than anybody listens to. */
const deepest = 3;

/** A sub-menu holds its own options, so none can be left dangling. */
const menuOfDepth = (depth: number): z.ZodType<MenuItem[]> => {
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
        digit: z.string().regex(/^[0-9*#]$/, 'one key'),
        label: z.string().min(1).max(80),
        spoken: spoken.describe('text by language; {} = "For {label}, press {digit}."'),
        route,
      }),
    )
    .max(12);
};

export const menuViewSchema = menuOfDepth(deepest).describe(
  'the menu in the order in which it is read; a sub-menu holds its own options, up to three levels',
);

export const staffRouteViewSchema = z.strictObject({
  departmentId: z.uuid().nullable().describe('null: calls for nobody in particular'),
  priority: z.number().int().min(1).max(99).describe('1 is rung first; equal numbers ring together'),
  inPortal: z.boolean(),
  phone: e164.nullable(),
  on: z.boolean(),
});
export type StaffRouteView = z.infer<typeof staffRouteViewSchema>;

/** `GET /api/v1/clinics/:clinicId/routing`: how this clinic's calls are taken. */
export const routingViewSchema = z.object({
  language: languageSchema,
  settings: settingsViewSchema,
  menu: menuViewSchema,
  departments: z.array(z.object({ id: z.string(), name: z.string(), voicemailGreeting: spoken })),
  staff: z.array(z.object({ id: z.string(), name: z.string(), routes: z.array(staffRouteViewSchema) })),
});
export type RoutingView = z.infer<typeof routingViewSchema>;
