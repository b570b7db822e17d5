import { z } from 'zod';

/** `GET /api/v1/clinics/:clinicId/routing/preview`: what would happen to a call at this moment, step by step. */
export const previewSchema = z.object({
  at: z.iso.datetime(),
  digits: z.string(),
  steps: z.array(
    z.object({
      seconds: z.number().describe('since the call began; ringing and waiting count, spoken prompts do not'),
      kind: z
        .string()
        .describe(
          'as in the history of a real call: incoming, menu-chosen, ringing, not-tried, voicemail, …',
        ),
      reason: z.string(),
      staff: z.object({ staffId: z.string(), name: z.string() }).nullable(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});
export type Preview = z.infer<typeof previewSchema>;
