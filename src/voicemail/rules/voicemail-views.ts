import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { callerViewSchema } from '../../patients/rules/caller-view.ts';

/** new: nobody has listened. heard: somebody has. done: nothing is left to do. */
export const voicemailStatusSchema = z.enum(['new', 'heard', 'done']);
export type VoicemailStatus = z.infer<typeof voicemailStatusSchema>;

/** What a list can be narrowed to: one status, `open` for everything that is not done, or what was deleted. */
export const voicemailScopeSchema = z.enum([...voicemailStatusSchema.options, 'open', 'deleted']);
export type VoicemailScope = z.infer<typeof voicemailScopeSchema>;

/** `GET /api/v1/clinics/:clinicId/voicemails`, one row, newest first. */
export const voicemailViewSchema = z.object({
  id: z.string(),
  callId: z.string(),
  from: z.string().describe('E.164, or "anonymous"'),
  caller: callerViewSchema.pick({ kind: true, name: true, people: true }),
  department: z.object({ id: z.string(), name: z.string() }).nullable(),
  language: languageSchema,
  status: voicemailStatusSchema,
  emergency: z.boolean().describe('true: an emergency, as far as is known; stands first until it is done'),
  assignedTo: z.object({ staffId: z.string(), name: z.string() }).nullable(),
  receivedAt: z.iso.datetime(),
  durationSeconds: z.number().int(),
  audio: z
    .enum(['pending', 'ready', 'failed'])
    .describe('whether the recording has been fetched from the carrier'),
  transcript: z.string().nullable().describe('as somebody corrected it, or else as it was recognised'),
  transcription: z.enum(['pending', 'done', 'unavailable', 'failed']),
  correction: z
    .object({
      at: z.iso.datetime(),
      by: z.string().nullable().describe('null: an account that is gone'),
      original: z.string().nullable().describe('as it was recognised'),
    })
    .nullable()
    .describe('null: nobody has corrected the transcript'),
  deleted: z
    .object({ at: z.iso.datetime(), by: z.string().nullable() })
    .nullable()
    .describe('can be restored until `keptUntil`'),
  keptUntil: z.iso.datetime().describe('then recording and text are removed for good'),
});
export type VoicemailView = z.infer<typeof voicemailViewSchema>;
