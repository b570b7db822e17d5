import { z } from 'zod';
import { bulkOutcomes } from './bulk-outcomes.ts';
import { stepCountSchema } from './step-numbers.ts';

const version = z.coerce.number().int().min(1).max(2_147_483_647);
const moment = z.iso.datetime({ offset: true });

/** Which instances are looked for: the same for the list, for counting, and for what is done with many. */
export const instanceQuerySchema = z.object({
  workflowId: z.uuid().optional(),
  patientId: z.uuid().optional(),
  q: z.string().trim().max(100).optional().describe('part of a name, of a number, a birth date'),
  status: z.enum(['running', 'paused', 'done', 'exited']).optional(),
  underWay: z.stringbool().optional().describe('only those that are not over'),
  version: version.optional(),
  from: moment.optional().describe('began then or later'),
  to: moment.optional().describe('began before'),
  exitReason: z.string().max(80).optional(),
  failedFrom: moment
    .optional()
    .describe('of whom a step failed then or later and has not been done since; not those who ended early'),
  step: z.string().max(40).optional(),
  how: stepCountSchema.optional().describe('with `step`: what is counted of it; else who stands there'),
  reason: z.string().max(80).optional().describe('with `step`: why it was left out or failed'),
  bulkWork: z.uuid().optional().describe('only those whom this work concerned'),
  cameTo: z.enum(bulkOutcomes).optional().describe('with `bulkWork`: and what it came to for them'),
});
export type InstanceQuery = z.infer<typeof instanceQuerySchema>;

export const performanceQuerySchema = instanceQuerySchema.pick({ version: true, from: true, to: true });
export type PerformanceQuery = z.infer<typeof performanceQuerySchema>;
