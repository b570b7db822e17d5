import { z } from 'zod';
import { bulkOutcomes } from './bulk-outcomes.ts';
import { instanceQuerySchema } from './instance-query.ts';

export const bulkActs = ['go-on', 'again', 'move', 'end'] as const;
export type BulkAct = (typeof bulkActs)[number];

/** In a body, where numbers and truths are themselves and not text. */
const searchSchema = instanceQuerySchema.extend({
  underWay: z.boolean().optional(),
  version: z.number().int().min(1).max(2_147_483_647).optional(),
});

export const bulkAskSchema = z.strictObject({
  id: z.uuid().describe('made by whoever asks: the same once more is the same work'),
  act: z
    .enum(bulkActs)
    .describe('move: to the version in force; again: the last step that failed; else as with one'),
  why: z.string().trim().min(1).max(300).describe('it stands in each story and in the audit log'),
  ids: z.array(z.uuid()).min(1).max(500).optional().describe('these, or:'),
  search: searchSchema.optional().describe('all that this finds now'),
});
export type BulkAsk = z.infer<typeof bulkAskSchema>;
export type BulkAsked = Pick<BulkAsk, 'ids' | 'search'>;

export const bulkWorkSchema = z.object({
  id: z.uuid(),
  workflow: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: over all of them'),
  act: z.enum(bulkActs),
  why: z.string(),
  search: searchSchema.nullable().describe('as it was asked; null: they were chosen one by one'),
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime(),
  status: z.enum(['running', 'done', 'stopped']),
  total: z.number().int().describe('whom it concerns: chosen when it was asked'),
  done: z.number().int(),
  couldNot: z
    .array(z.object({ why: z.enum(bulkOutcomes), count: z.number().int() }))
    .describe('the people: `GET workflow-instances` with `bulkWork` and `cameTo`'),
  stoppedBy: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type BulkWork = z.infer<typeof bulkWorkSchema>;

export const bulkPageSchema = z.object({
  works: z.array(bulkWorkSchema),
  nextCursor: z.string().nullable(),
});
export type BulkPage = z.infer<typeof bulkPageSchema>;
