import { z } from 'zod';
import { channelSchema, chosenPurposeSchema } from '../../consent/rules/contact-request.ts';
import { messageStatusSchema } from '../../messages/rules/conversation-views.ts';
import { channelSchema as messageChannelSchema } from '../../messages/rules/message-order.ts';
import { taskKindSchema } from '../../tasks/rules/task-view.ts';

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
const messageEntrySchema = z.object({
  ...base,
  kind: z.literal('message'),
  messageId: z.uuid(),
  conversationId: z.uuid().nullable(),
  direction: z.enum(['inbound', 'outbound']),
  channel: messageChannelSchema,
  status: messageStatusSchema,
  text: z.string().nullable().describe('null: written when it leaves'),
  workflow: z.string().nullable(),
  workflowVersion: z.number().int().nullable(),
  decisionId: z.uuid().nullable().describe('what the gate said'),
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

const consentEntrySchema = z.object({
  ...base,
  kind: z.literal('consent'),
  deed: z.enum(['given', 'withdrawn', 'opted-out', 'opted-in']),
  purpose: chosenPurposeSchema.nullable().describe('null: for whatever purpose'),
  channel: channelSchema.nullable().describe('null: on every channel'),
  how: z.string().nullable().describe('the way a consent was given, or an opt-out was made or lifted'),
  by: z.string().nullable().describe('of the staff; null: the person'),
});
const taskEntrySchema = z.object({
  ...base,
  kind: z.literal('task'),
  taskId: z.uuid(),
  taskKind: taskKindSchema,
  title: z.string().nullable(),
  body: z.string().nullable(),
  owner: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
  doneBy: z.string().nullable(),
});

/** Events of treatments and payments. */
export const careKindSchema = z.enum([
  'TREATMENT_PLAN_CREATED',
  'TREATMENT_PLAN_ACCEPTED',
  'TREATMENT_STARTED',
  'TREATMENT_MILESTONE',
  'PROCEDURE_COMPLETED',
  'PAYMENT_DUE',
  'PAYMENT_FAILED',
  'PAYMENT_RECEIVED',
  'RETAINER_REORDER_DUE',
]);
const careEntrySchema = z.object({
  ...base,
  kind: z.literal('care'),
  deed: careKindSchema,
  name: z.string().nullable().describe('of the plan, the procedure or the product'),
  milestone: z.string().nullable(),
  amount: z.object({ cents: z.number().int(), currency: z.string() }).nullable(),
  dueOn: z.string().nullable(),
  fault: z.string().nullable().describe('why a payment failed'),
});

/** Something that happened with a person. A later domain adds its kind here and in `timeline-kinds.ts`. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  callEntrySchema,
  voicemailEntrySchema,
  messageEntrySchema,
  appointmentEntrySchema,
  noteEntrySchema,
  changeEntrySchema,
  consentEntrySchema,
  taskEntrySchema,
  careEntrySchema,
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineKindSchema = z.enum([
  'call',
  'voicemail',
  'message',
  'appointment',
  'care',
  'note',
  'task',
  'consent',
  'change',
]);
export type TimelineKind = z.infer<typeof timelineKindSchema>;

/** `GET patients/:patientId/timeline`, newest first; appointments to come stand at the top. */
export const timelinePageSchema = z.object({
  entries: z.array(timelineEntrySchema),
  nextCursor: z.string().nullable(),
});
export type TimelinePage = z.infer<typeof timelinePageSchema>;
