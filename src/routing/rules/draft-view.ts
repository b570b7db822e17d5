import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { differenceSchema } from './document-differences.ts';
import { routingDocumentSchema } from './routing-document.ts';

/** What the document refers to by id, with the names that people see. */
export const directorySchema = z.object({
  staff: z.array(z.object({ id: z.string(), name: z.string(), title: z.string().nullable() })),
  languages: z.array(languageSchema).describe('in which callers are spoken to'),
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
  published: routingDocumentSchema.describe('what the calls follow now'),
  revision: z
    .number()
    .int()
    .describe(
      'goes up with every save, discard and publication of a draft; saving names the one that was read',
    ),
  basedOn: z.number().int().describe('number of the publication from which the draft was begun'),
  publication: z.number().int().describe('number of the newest publication; 0 = none yet'),
  saved: z
    .object({ by: z.object({ userId: z.string(), name: z.string() }).nullable(), at: z.iso.datetime() })
    .nullable()
    .describe('by whom and when the draft was saved last; null = there is no draft'),
  directory: directorySchema,
});
export type DraftView = z.infer<typeof draftViewSchema>;

export const publicationSchema = z.object({
  number: z.number().int(),
  note: z.string(),
  restores: z.number().int().nullable().describe('the publication that this one brought back'),
  publishedBy: z
    .object({ userId: z.string(), name: z.string() })
    .nullable()
    .describe('null: what was there before the first publication'),
  publishedAt: z.iso.datetime(),
});
export type PublicationView = z.infer<typeof publicationSchema>;

export const onePublicationSchema = publicationSchema.extend({
  document: routingDocumentSchema,
  differences: z.array(differenceSchema).describe('from the publication before it'),
});
