import { z } from 'zod';

export const foundLinkSchema = z.object({
  opens: z.enum(['page', 'unsubscribing']),
  language: z.enum(['en', 'de']).describe('of the message that the link stood in'),
  clinic: z.string(),
});
export type FoundLink = z.infer<typeof foundLinkSchema>;

export const exampleFoundLink: FoundLink = { opens: 'page', language: 'en', clinic: 'Lakeside Dental' };
