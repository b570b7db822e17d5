import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { routingDocumentSchema } from './routing-document.ts';

/** What the document refers to by id, with the names that people see. */
export const directorySchema = z.object({
  staff: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable() })),
  numbers: z.array(z.object({ phoneNumber: z.string(), label: z.string() })),
  recordings: z.array(
    z.object({
      id: z.string(),
      language: languageSchema,
      seconds: z.number(),
      transcript: z.string().describe('the words that are spoken, as far as somebody wrote them down'),
      recordedAt: z.iso.datetime(),
    }),
  ),
});
export type Directory = z.infer<typeof directorySchema>;

/** `GET …/routing/draft`: the draft, or what is published where nobody has begun one. */
export const draftViewSchema = z.object({
  document: routingDocumentSchema,
  revision: z.number().int().describe('goes up with every save; 0 = there is no draft'),
  basedOn: z.number().int().describe('number of the publication from which the draft was begun'),
  publication: z.number().int().describe('number of the newest publication; 0 = none yet'),
  saved: z
    .object({ by: z.object({ userId: z.string(), name: z.string() }).nullable(), at: z.iso.datetime() })
    .nullable()
    .describe('by whom and when the draft was saved last; null = there is no draft'),
  directory: directorySchema,
});
export type DraftView = z.infer<typeof draftViewSchema>;
