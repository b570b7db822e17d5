import { z } from 'zod';

const why = z.string().trim().min(1).max(300).describe('why: it stands in the story and in the audit log');
const step = z.string().max(40);

export const byHandSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('end'), why }).describe('what waits to leave is taken back'),
  z
    .strictObject({ act: z.literal('go-on'), step: step.describe('the wait at which it was seen'), why })
    .describe('the wait is over'),
  z
    .strictObject({ act: z.literal('again'), step: step.describe('one that failed or was left out'), why })
    .describe('a step that came to nothing is done once more'),
]);
export type ByHand = z.infer<typeof byHandSchema>;

/** Steps of which the last that was told is that they came to nothing. */
export const mayBeDoneAgain = (last: { outcome: string; kind: string } | undefined): boolean =>
  last !== undefined && last.kind !== 'WAIT' && (last.outcome === 'failed' || last.outcome === 'skipped');
