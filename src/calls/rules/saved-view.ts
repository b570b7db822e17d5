import { z } from 'zod';
import { callSearchSchema } from './call-search.ts';

const name = z.string().trim().min(1).max(60);

/** A search of the call log that is kept under a name. */
export const savedViewSchema = z.object({
  id: z.string(),
  name,
  shared: z.boolean().describe('everybody in the clinic sees it'),
  mine: z.boolean(),
  owner: z.string().describe('name of who made it'),
  isDefault: z.boolean().describe('the log opens with it, for you'),
  search: callSearchSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const newViewSchema = z.object({ name, shared: z.boolean().default(false), search: callSearchSchema });
export const viewChangeSchema = z
  .object({ name, shared: z.boolean(), search: callSearchSchema })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'name, shared or search is needed' });
