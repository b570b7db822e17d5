import { z } from 'zod';

/** The links to somebody's own page that still work. */
export const pageLinksSchema = z.object({
  open: z.int().describe('links that open the page now'),
  until: z.iso.datetime().nullable().describe('the last of them works until then'),
  lastSentAt: z.iso.datetime().nullable(),
  used: z.boolean().describe('one of them was opened'),
});
export type PageLinks = z.infer<typeof pageLinksSchema>;

export const examplePageLinks: PageLinks = {
  open: 1,
  until: '2026-12-20T15:00:00Z',
  lastSentAt: '2026-11-20T15:00:00Z',
  used: false,
};

const texts = {
  en: ({ clinic, url }: { clinic: string; url: string }) =>
    `Your appointments and messages with ${clinic}: ${url}`,
  de: ({ clinic, url }: { clinic: string; url: string }) => `Ihre Termine und Nachrichten, ${clinic}: ${url}`,
};

/** What the message with a link says that the staff send. */
export const pageLinkText = (language: 'en' | 'de', words: { clinic: string; url: string }): string =>
  texts[language](words);

export const pageLinkSubject = { en: 'Your page', de: 'Ihre Seite' };
