import { z } from 'zod';

const base = { id: z.string(), at: z.iso.datetime() };

const callEntrySchema = z.object({
  ...base,
  kind: z.literal('call'),
  callId: z.uuid(),
  direction: z.enum(['inbound', 'outbound']),
  outcome: z.string().nullable().describe('null while it runs'),
  number: z.string().describe('the other side, E.164 or "anonymous"'),
  department: z.string().nullable(),
  answeredBy: z.string().nullable(),
  durationSeconds: z.number().int().nullable(),
});
const voicemailEntrySchema = z.object({
  ...base,
  kind: z.literal('voicemail'),
  voicemailId: z.uuid(),
  callId: z.uuid(),
  status: z.enum(['new', 'heard', 'done']),
  department: z.string().nullable(),
  durationSeconds: z.number().int(),
});
const appointmentEntrySchema = z.object({
  ...base,
  kind: z.literal('appointment'),
  appointmentId: z.uuid(),
  endsAt: z.iso.datetime(),
  reason: z.string(),
  practitioner: z.string(),
  status: z.enum(['booked', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled']),
});
const noteEntrySchema = z.object({
  ...base,
  kind: z.literal('note'),
  noteId: z.uuid(),
  body: z.string(),
  pinned: z.boolean(),
  author: z.string().nullable(),
  own: z.boolean().describe('written by who asks: may be changed and deleted'),
  editedAt: z.iso.datetime().nullable(),
});
const changeEntrySchema = z.object({
  ...base,
  kind: z.literal('change'),
  action: z.string().describe('of the audit log, e.g. patient.changed, patient.merged'),
  by: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Something that happened with a person. A later domain adds its kind here and in `timeline-kinds.ts`. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  callEntrySchema,
  voicemailEntrySchema,
  appointmentEntrySchema,
  noteEntrySchema,
  changeEntrySchema,
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineKindSchema = z.enum(['call', 'voicemail', 'appointment', 'note', 'change']);
export type TimelineKind = z.infer<typeof timelineKindSchema>;

/** `GET patients/:patientId/timeline`, newest first; appointments to come stand at the top. */
export const timelinePageSchema = z.object({
  entries: z.array(timelineEntrySchema),
  nextCursor: z.string().nullable(),
});
export type TimelinePage = z.infer<typeof timelinePageSchema>;
