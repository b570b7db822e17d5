import { z } from 'zod';

/** What a conversation's server may send. */
export const relayFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    token: z.string(),
    last: z.boolean().optional(),
    lang: z.string().optional(),
    interruptible: z.boolean().optional(),
    preemptible: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('play'),
    source: z.string(),
    loop: z.number().int().min(0).optional(),
    interruptible: z.boolean().optional(),
    preemptible: z.boolean().optional(),
  }),
  z.object({ type: z.literal('sendDigits'), digits: z.string().regex(/^[0-9A-Da-dwW*#]+$/) }),
  z.object({
    type: z.literal('language'),
    ttsLanguage: z.string().optional(),
    transcriptionLanguage: z.string().optional(),
  }),
  z.object({ type: z.literal('end'), handoffData: z.string().optional() }),
]);

export type RelayFrame = z.infer<typeof relayFrame>;

/** Reads one frame; a string says what is wrong with it. */
export function readFrame(text: string): RelayFrame | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The message is not JSON.';
  }
  const frame = relayFrame.safeParse(value);
  return frame.success ? frame.data : `Invalid message: ${z.prettifyError(frame.error)}`;
}
