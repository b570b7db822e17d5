import { z } from 'zod';
import { channelSchema, purposeSchema, voiceSchema } from './contact-request.ts';

const days = z.array(z.number().int());
const scope = {
  id: z.string(),
  countries: z.array(z.string()).optional(),
  exceptCountries: z.array(z.string()).optional(),
  region: z.string().optional(),
  channels: z.array(channelSchema).optional(),
  purposes: z.array(purposeSchema).optional(),
  voices: z.array(voiceSchema).optional(),
  since: z.iso.date(),
  until: z.iso.date().optional(),
  source: z.string(),
  checked: z
    .object({ on: z.iso.date(), at: z.url() })
    .optional()
    .describe('when and where its numbers were read; left out: not compared, or our own rule'),
};
const windows = z.array(z.object({ days, from: z.string(), to: z.string() }));

/** A rule of `contact-rules.ts`, as the API tells it. */
export const contactRuleViewSchema = z.discriminatedUnion('kind', [
  z.object({ ...scope, kind: z.literal('hours'), windows, onHolidays: z.boolean() }),
  z.object({ ...scope, kind: z.literal('clinic-hours'), windows }),
  z.object({
    ...scope,
    kind: z.literal('cap'),
    most: z.number().int(),
    within: z.union([z.literal('day'), z.object({ days: z.number().int() })]),
  }),
  z.object({ ...scope, kind: z.literal('consent'), level: z.enum(['number-given', 'express', 'written']) }),
  z.object({
    ...scope,
    kind: z.literal('length'),
    characters: z.number().int().optional(),
    seconds: z.number().int().optional(),
  }),
  z.object({ ...scope, kind: z.literal('disclosure'), say: z.string() }),
  z.object({ ...scope, kind: z.literal('revocation'), joins: z.array(channelSchema) }),
]);
export type ContactRuleView = z.infer<typeof contactRuleViewSchema>;
