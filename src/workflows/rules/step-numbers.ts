import { z } from 'zod';

/** What is counted of each step: people, each once. */
export const stepCounts = [
  'entered',
  'done',
  'waiting',
  'skipped',
  'failed',
  'delivered',
  'clicked',
  'answered',
  'replied',
  'confirmed',
  'opted-out',
] as const;
export const stepCountSchema = z.enum(stepCounts);
export type StepCount = z.infer<typeof stepCountSchema>;

const stepNumbersSchema = z.object({
  step: z.string(),
  counts: z.record(stepCountSchema, z.number().int()),
  reasons: z
    .array(z.object({ how: z.enum(['skipped', 'failed']), reason: z.string(), count: z.number().int() }))
    .describe('why it was left out or failed'),
});
export const performanceSchema = z.object({
  instances: z.number().int().describe('who came in'),
  steps: z.array(stepNumbersSchema),
});
export type Performance = z.infer<typeof performanceSchema>;
