import { z } from 'zod';
import { channelSchema, chosenPurposeSchema } from '../../consent/rules/contact-request.ts';
import { definitionFaultSchema } from './definition-fault.ts';
import { definitionSchema } from './definition.ts';
import { categorySchema } from './gallery/gallery-entry.ts';

const inBoth = z.object({ en: z.string(), de: z.string() });
const levelSchema = z.enum(['number-given', 'express', 'written']);

const needSchema = z.object({
  channel: channelSchema,
  level: levelSchema.nullable().describe('how firm a yes has to be here; null: none is asked for'),
  rules: z.array(z.string()).describe('which ask for it'),
});

export const templateItemSchema = z.object({
  key: z.string(),
  own: z.boolean().describe('kept by the clinic itself'),
  categories: z.array(categorySchema),
  name: inBoth,
  says: inBoth.describe('what it does'),
  forWhom: inBoth,
  purpose: chosenPurposeSchema,
  needs: z.array(needSchema).describe('the consent that its messages and calls need where the clinic is'),
  definition: definitionSchema.describe('with what staff reads in the clinic’s language'),
  faults: z.array(definitionFaultSchema).describe('what keeps it from being used here as it is'),
});
export type TemplateItem = z.infer<typeof templateItemSchema>;
export const templateListSchema = z.object({ templates: z.array(templateItemSchema) });

const counts = z.object({
  people: z.number().int(),
  occasions: z
    .number()
    .int()
    .describe('visits, calls and the like that it follows up on; several may concern one person'),
  sms: z.number().int(),
  email: z.number().int(),
  other: z.number().int().describe('messages by other channels'),
  calls: z.number().int(),
  tasks: z.number().int().describe('tasks, callbacks and notes for the staff'),
});
export type ForecastCounts = z.infer<typeof counts>;

export const forecastSchema = z
  .object({
    lastWeek: counts.nullable().describe('null: what begins it is looked for by the calendar'),
    nextWeek: counts,
    leftOut: z
      .array(z.object({ reason: z.string(), count: z.number().int() }))
      .describe('of the next week: messages and calls that the consent gate forbids as things stand'),
    cut: z.boolean().describe('there was more than is looked at; the true numbers are higher'),
  })
  .meta({
    examples: [
      {
        lastWeek: { people: 31, occasions: 35, sms: 60, email: 31, other: 0, calls: 0, tasks: 0 },
        nextWeek: { people: 42, occasions: 46, sms: 71, email: 12, other: 0, calls: 0, tasks: 0 },
        leftOut: [{ reason: 'opted-out', count: 2 }],
        cut: false,
      },
    ],
  });
export type Forecast = z.infer<typeof forecastSchema>;
