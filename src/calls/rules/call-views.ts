import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { callerViewSchema } from '../../patients/rules/caller-view.ts';
import { callNoteSchema } from './call-note.ts';
import { callOutcomeSchema, callStatusSchema } from './call-status.ts';
import { emergencySchema } from './recognised-emergency.ts';

const person = z.object({ staffId: z.string(), name: z.string() });

/** One call that has not ended, as *Now* shows it. */
export const liveCallSchema = z.object({
  id: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  status: callStatusSchema,
  statusSince: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable().describe('when somebody of the clinic first took it'),
  from: z.string().describe('E.164, or "anonymous"'),
  to: z.string(),
  forwardedFrom: z.string().nullable(),
  language: languageSchema,
  caller: callerViewSchema,
  department: z.object({ id: z.string(), name: z.string() }).nullable(),
  menuChoice: z.string().nullable().describe('label of the menu option chosen: why they call'),
  emergency: emergencySchema.nullable().describe('null: it is none, as far as is known'),
  ringing: z.array(person.extend({ via: z.enum(['portal', 'phone']) })),
  connectedTo: person.extend({ via: z.enum(['portal', 'phone']) }).nullable(),
});
export type LiveCall = z.infer<typeof liveCallSchema>;

/** `GET /api/v1/clinics/:clinicId/calls`, one row of the log, newest first. */
export const callListItemSchema = z.object({
  id: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  status: callStatusSchema,
  outcome: callOutcomeSchema.nullable().describe('null while the call runs'),
  from: z.string(),
  to: z.string(),
  callerName: z.string().nullable(),
  department: z.string().nullable(),
  answeredBy: z.string().nullable(),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().int().nullable(),
  voicemailId: z.string().nullable(),
  emergency: emergencySchema.nullable().describe('null: it is none, as far as is known'),
});
export type CallListItem = z.infer<typeof callListItemSchema>;

/** One entry of `call_routing_history`: what was decided, and why. */
export const routingStepSchema = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  kind: z
    .string()
    .describe(
      'e.g. incoming, menu-offered, menu-chosen, ringing, not-tried, answered, transfer, hold, voicemail, ended',
    ),
  reason: z
    .string()
    .describe('reason code, e.g. department-priority, busy, offline, switched-off, no-answer, after-hours'),
  staff: person.nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type RoutingStep = z.infer<typeof routingStepSchema>;

/** `GET /api/v1/clinics/:clinicId/calls/:callId`: the whole story of one call. */
export const callStorySchema = z.object({
  call: callListItemSchema.extend({ language: languageSchema, forwardedFrom: z.string().nullable() }),
  caller: callerViewSchema,
  steps: z.array(routingStepSchema),
  notes: z.array(callNoteSchema),
  deeds: z
    .array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        action: z.string().describe('code of the audit log, e.g. call.transferred, voicemail.listened'),
        by: z.string().nullable(),
      }),
    )
    .describe('who did what with the call and its message'),
  webhooks: z.array(
    z.object({
      at: z.iso.datetime(),
      endpoint: z.string(),
      params: z.record(z.string(), z.string()),
      response: z.string(),
    }),
  ),
});
export type CallStory = z.infer<typeof callStorySchema>;
