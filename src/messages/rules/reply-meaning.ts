import { z } from 'zod';

/** What somebody who answers wants. `unclear` is for a person to read. */
export const replyMeaningSchema = z.enum([
  'confirm',
  'cancel',
  'reschedule',
  'stop',
  'start',
  'help',
  'yes',
  'no',
  'thanks',
  'unclear',
]);
export type ReplyMeaning = z.infer<typeof replyMeaningSchema>;
