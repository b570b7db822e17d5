import { z } from 'zod';
import { instanceQuerySchema } from './instance-query.ts';

const why = z.string().trim().min(1).max(300).describe('why: it stands in the story and in the audit log');
const step = z.string().max(40);

export const byHandSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('end'), why }).describe('what waits to leave is taken back'),
  z
    .strictObject({ act: z.literal('go-on'), step: step.describe('the wait at which it was seen'), why })
    .describe('the wait is over'),
  z
    .strictObject({ act: z.literal('again'), step: step.describe('one that failed or was left out'), why })
    .describe('a step that came to nothing is done once more'),
]);
export type ByHand = z.infer<typeof byHandSchema>;

const asked = z.iso.datetime({ offset: true });
const asText = { underWay: z.boolean().optional(), version: z.number().int().min(1).optional() };

/** What is done with many: a batch at a time, so that everybody sees how far it is. */
export const manySchema = z.strictObject({
  act: z.enum(['end', 'go-on', 'move']).describe('move: to the version in force'),
  why,
  ids: z.array(z.uuid()).min(1).max(500).optional().describe('these, or:'),
  search: instanceQuerySchema.extend(asText).optional().describe('all under way that this finds'),
  startedBefore: asked.optional().describe('`startedBefore` of the first batch'),
  after: z.uuid().nullable().default(null).describe('`next` of the batch before'),
});
export type Many = z.infer<typeof manySchema>;

export const manyDoneSchema = z.object({
  done: z.number().int(),
  passedOver: z.number().int().describe('for whom it was not possible, or somebody was quicker'),
  next: z.uuid().nullable().describe('null: that was all'),
  startedBefore: asked.describe('when it was asked: whoever comes in later is left alone'),
});
export type ManyDone = z.infer<typeof manyDoneSchema>;
