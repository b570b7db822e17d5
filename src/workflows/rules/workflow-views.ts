import { z } from 'zod';
import { definitionFaultSchema } from './definition-fault.ts';
import { definitionSchema } from './definition.ts';
import { positionSchema } from './instance.ts';
import { callOutcomes } from './steps.ts';

const workflowStatusSchema = z.enum(['draft', 'active', 'paused', 'archived']);
const counts = z.object({
  running: z.number().int(),
  paused: z.number().int(),
  overdue: z
    .number()
    .int()
    .describe('steps whose time came during the pause, and messages and calls that wait for its end'),
  done: z.number().int(),
  exited: z.number().int(),
});

export const workflowItemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: workflowStatusSchema,
  version: z.number().int().nullable().describe('the published one'),
  hasDraft: z.boolean(),
  triggers: z.array(z.string()).describe('events; empty when it begins by the calendar'),
  daily: z
    .object({ at: z.string() })
    .nullable()
    .describe('looks every day at this time for whom it concerns'),
  instances: counts,
});
export type WorkflowItem = z.infer<typeof workflowItemSchema>;
export const workflowListSchema = z.object({ workflows: z.array(workflowItemSchema) });

export const workflowViewSchema = workflowItemSchema.extend({
  revision: z.number().int().describe('send it with a change'),
  definition: definitionSchema.nullable().describe('as published'),
  draft: definitionSchema.nullable().describe('not published yet'),
  faults: z.array(definitionFaultSchema).describe('what keeps the draft from being published'),
  at: z.record(z.string(), z.number().int()).describe('how many instances under way stand at each step'),
  underWay: z
    .object({ staying: z.number().int(), stepGone: z.number().int() })
    .nullable()
    .describe('what publishing the draft meets: instances whose step is in it, and those whose step is not'),
});
export type WorkflowView = z.infer<typeof workflowViewSchema>;

const patient = z.object({ id: z.uuid(), name: z.string() }).nullable();

const failureSchema = z.object({
  step: z.string(),
  reason: z.string().nullable(),
  at: z.iso.datetime().describe('the last time'),
  times: z.number().int().describe('how often it has failed for them'),
});

export const instanceItemSchema = z.object({
  id: z.uuid(),
  workflow: z.object({ id: z.uuid(), name: z.string() }),
  version: z.number().int(),
  patient,
  appointment: z.object({ id: z.uuid(), startsAt: z.iso.datetime() }).nullable(),
  status: z.enum(['running', 'paused', 'done', 'exited']),
  exitReason: z.string().nullable(),
  position: positionSchema.nullable().describe('where it stands; null: over'),
  wakeAt: z.iso.datetime().nullable().describe('when it goes on by itself'),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  failures: z
    .array(failureSchema)
    .optional()
    .describe('with `failedFrom`: the steps that failed since then, the latest first'),
});
export type InstanceItem = z.infer<typeof instanceItemSchema>;
export const instancePageSchema = z.object({
  instances: z.array(instanceItemSchema),
  nextCursor: z.string().nullable(),
});

const messageSchema = z.object({
  id: z.uuid(),
  channel: z.string(),
  status: z.string(),
  reason: z.string().nullable().describe('why it waits, failed or was withheld'),
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
});

const callSchema = z.object({
  id: z.uuid().nullable().describe('in the list of calls; null: not dialled yet, or removed from the list'),
  status: z.enum(['waiting', 'dialling', 'under-way', 'over', 'withheld', 'withdrawn']),
  outcome: z.enum(callOutcomes).nullable(),
  reason: z.string().nullable().describe('why it waits or was withheld, or more about the outcome'),
  dueAt: z.iso.datetime().describe('while it waits: not before'),
});

export const executionSchema = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  round: z.number().int().describe('0 first; another one begins when the appointment moves'),
  step: z.string().nullable(),
  kind: z.string(),
  outcome: z.enum(['done', 'waiting', 'skipped', 'failed', 'chosen', 'exited', 'moved']),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  message: messageSchema.nullable().describe('what became of the message that the step ordered'),
  call: callSchema.nullable().describe('what became of the call that the step ordered'),
  decisionId: z.uuid().nullable().describe('what the gate said last about the contact of the step'),
});
export type ExecutionView = z.infer<typeof executionSchema>;

export const instanceViewSchema = instanceItemSchema.extend({
  cause: z.object({ kind: z.string(), occurredAt: z.iso.datetime() }).nullable(),
  definition: definitionSchema.nullable().describe('of its version; null: it cannot be read any more'),
  executions: z.array(executionSchema),
});
export type InstanceView = z.infer<typeof instanceViewSchema>;

export const audienceCountSchema = z
  .object({ matching: z.number().int(), patients: z.number().int().describe('of how many') })
  .meta({ examples: [{ matching: 312, patients: 4210 }] });
export type AudienceCount = z.infer<typeof audienceCountSchema>;

export const overdueSchema = z.discriminatedUnion('overdue', [
  z.strictObject({ overdue: z.literal('skip') }).describe('leave out what came due during the pause'),
  z.strictObject({ overdue: z.literal('send') }).describe('do it now'),
  z
    .strictObject({ overdue: z.literal('spread'), hours: z.number().int().min(1).max(336) })
    .describe('do it bit by bit'),
]);
export type Overdue = z.infer<typeof overdueSchema>;

export const underWaySchema = z.enum(['keep', 'move', 'end']);
export type UnderWay = z.infer<typeof underWaySchema>;
