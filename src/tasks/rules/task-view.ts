import { z } from 'zod';

/** task: something to do · callback: somebody to ring · note: something to know, done when it is read */
export const taskKindSchema = z.enum(['task', 'callback', 'note']);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** Who made it: a person, a workflow, or a reply that nothing but a person could understand. */
const taskSourceSchema = z.enum(['staff', 'workflow', 'message']);

export const taskViewSchema = z.object({
  id: z.string(),
  kind: taskKindSchema,
  title: z.string().nullable().describe('null on a callback that says no more than whom to ring'),
  body: z.string().nullable(),
  patient: z.object({ id: z.string(), name: z.string() }).nullable(),
  phoneNumber: z.string().nullable().describe('E.164, whom to ring'),
  callId: z.string().nullable(),
  appointment: z.object({ id: z.string(), startsAt: z.iso.datetime() }).nullable(),
  owner: z.object({ staffId: z.string(), name: z.string() }).nullable().describe('null: whoever comes first'),
  dueAt: z.iso.datetime().nullable(),
  source: taskSourceSchema,
  sourceId: z.string().nullable().describe('the workflow instance or the message'),
  workflow: z
    .object({
      name: z.string(),
      version: z.number().int(),
      step: z.number().int().describe('counted from 1'),
    })
    .nullable()
    .describe('that made it, as it was then; null: none, or before it was noted'),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  doneAt: z.iso.datetime().nullable(),
  doneBy: z.string().nullable(),
  revision: z.number().int(),
});
export type TaskView = z.infer<typeof taskViewSchema>;

export const exampleTask: TaskView = {
  id: '0199a1b2-3c4d-7e5f-8a6b-1c2d3e4f5a6b',
  kind: 'callback',
  title: null,
  body: 'Asks whether the retainer is in.',
  patient: { id: '0199a1b2-0000-7000-8000-000000000001', name: 'Laura Bennett' },
  phoneNumber: '+13125550121',
  callId: null,
  appointment: null,
  owner: { staffId: '0199a1b2-0000-7000-8000-000000000002', name: 'Olivia Martin' },
  dueAt: '2026-11-24T16:00:00Z',
  source: 'staff',
  sourceId: null,
  workflow: null,
  createdAt: '2026-11-24T15:10:00Z',
  createdBy: 'Olivia Martin',
  doneAt: null,
  doneBy: null,
  revision: 1,
};

export const taskPageSchema = z.object({
  items: z.array(taskViewSchema),
  nextCursor: z.string().nullable(),
  counts: z
    .object({ open: z.number().int(), due: z.number().int(), mine: z.number().int() })
    .nullable()
    .describe('of all that is open, whatever the filter; with the first page'),
});
export type TaskPage = z.infer<typeof taskPageSchema>;
