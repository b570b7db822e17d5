import { z } from 'zod';

/** How somebody said no: a stop word, words of their own, a key on a call, a link, or through the carrier or the staff. */
export const optOutHowSchema = z.enum([
  'keyword',
  'words',
  'key-press',
  'link',
  'complaint',
  'carrier',
  'staff',
  'imported',
]);
export type OptOutHow = z.infer<typeof optOutHowSchema>;
