import { z } from 'zod';
import { definitionSchema } from './definition.ts';
import { categorySchema } from './gallery/gallery-entry.ts';

const line = z.string().trim().max(500);

/** What a clinic says about a workflow that it keeps. */
export const templateWordsSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  says: line.default(''),
  forWhom: line.default(''),
  categories: z.array(categorySchema).max(6).default([]),
});
export type TemplateWords = z.infer<typeof templateWordsSchema>;

/** A workflow as a file, to be read by another clinic. */
export const templateFileSchema = z
  .strictObject({
    frontdesk: z.literal('workflow'),
    version: z.literal(1),
    ...templateWordsSchema.shape,
    definition: definitionSchema,
  })
  .meta({
    id: 'WorkflowFile',
    examples: [
      {
        frontdesk: 'workflow',
        version: 1,
        name: 'Thank-you',
        says: 'Thanks for the visit the next day.',
        forWhom: 'Patients who were here.',
        categories: ['appointments'],
        definition: {
          trigger: { events: ['APPOINTMENT_COMPLETED'] },
          purpose: 'care',
          reentry: { rule: 'once-per-appointment' },
          exits: [],
          steps: [
            {
              id: 'next-day',
              do: 'WAIT',
              for: { until: 'later', span: { days: 1 }, at: '10:00' },
              ifPast: 'go-on',
            },
            {
              id: 'thanks',
              do: 'SEND_SMS',
              content: {
                text: {
                  en: 'Thank you for your visit! {{ clinic.name }}',
                  de: 'Vielen Dank für Ihren Besuch! {{ clinic.name }}',
                },
              },
            },
          ],
        },
      },
    ],
  });
export type TemplateFile = z.infer<typeof templateFileSchema>;

export const fileOf = (words: TemplateWords, definition: TemplateFile['definition']): TemplateFile => ({
  frontdesk: 'workflow',
  version: 1,
  ...words,
  definition,
});
