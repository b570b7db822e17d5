import { z } from 'zod';

/** When a clinic is open, as it is set and stored: checked here, so that `opening` never meets a time that is none. */

const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time such as 08:00; midnight is 00:00');
const spans = z.array(z.tuple([time, time])).max(10);

export const businessHoursSchema = z
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
    'by ISO weekday (1 = Monday): [["08:00", "12:00"], …] in the clinic’s own time; an end at or before its start runs past midnight; {} = always open',
  );

export const holidaysSchema = z.strictObject({
  country: z.string().max(2).optional().describe('ISO 3166-1, such as US or DE'),
  state: z.string().max(8).optional().describe('such as IL or BY'),
  extra: z
    .array(z.strictObject({ date: z.iso.date(), name: z.string().min(1).max(100) }))
    .max(200)
    .optional()
    .describe('the clinic’s own days off'),
  except: z.array(z.iso.date()).max(200).optional().describe('holidays on which the clinic works'),
});
