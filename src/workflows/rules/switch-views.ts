import { z } from 'zod';
import { foresightSchema } from './foresight.ts';

export const movePreviewSchema = foresightSchema;

export const resumePreviewSchema = z.object({
  overdue: z.number().int().describe('instances whose time came during the pause'),
  held: z
    .number()
    .int()
    .describe('messages and calls that were to leave during the pause and are still of use'),
  skip: foresightSchema.describe('were it left out'),
  send: foresightSchema.describe('were it done now'),
});
export type ResumePreview = z.infer<typeof resumePreviewSchema>;
