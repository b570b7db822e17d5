import { z } from 'zod';

const why = z.string().trim().min(1).max(300).describe('why: it stands in the story and in the audit log');
const step = z.string().max(40);
const seen = z
  .number()
  .int()
  .min(0)
  .describe('the number of what the story told last of the step: nothing is done when more was told since');

export const byHandSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('end'), why }).describe('what waits to leave is taken back'),
  z
    .strictObject({
      act: z.literal('go-on'),
      step: step.describe('the wait at which it was seen'),
      seen,
      why,
    })
    .describe('the wait is over'),
  z
    .strictObject({
      act: z.literal('again'),
      step: step.describe('one that failed or was left out'),
      seen,
      why,
    })
    .describe('a step that came to nothing is done once more'),
]);
export type ByHand = z.infer<typeof byHandSchema>;
