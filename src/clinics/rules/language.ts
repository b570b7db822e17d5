import { z } from 'zod';

/** The languages Frontdesk speaks to patients and staff in. */
export const languageSchema = z.enum(['en', 'de']);
export type Language = z.infer<typeof languageSchema>;
