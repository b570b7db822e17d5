import { z } from 'zod';

/** The languages Frontdesk speaks to patients and staff in. */
export const languageSchema = z.enum(['en', 'de']);
export type Language = z.infer<typeof languageSchema>;

/** How dates, times and amounts are written in it. */
export const locales = { en: 'en-US', de: 'de-DE' } as const satisfies Record<Language, string>;
