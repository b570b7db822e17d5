import { z } from 'zod';

/** What somebody wrote on a call. */
export const callNoteSchema = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string().nullable().describe('null: an account that is gone'),
  mine: z.boolean().describe('you wrote it and may change it'),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
});
export type CallNote = z.infer<typeof callNoteSchema>;

export const noteTextSchema = z.object({ text: z.string().trim().min(1).max(4000) });
