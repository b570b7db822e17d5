import { z } from 'zod';
import { eventKindNames } from '../../../events/rules/event-kinds.ts';
import { channelSchema } from '../../../consent/rules/contact-request.ts';

const deedSchema = z.object({
  at: z.iso.datetime(),
  step: z.string(),
  by: z.union([channelSchema, z.literal('task')]),
  outcome: z
    .enum(['made', 'waits', 'left-out', 'failed'])
    .describe('waits: the gate lets it leave later, and that has not come'),
  reason: z.string().nullable(),
  until: z.iso.datetime().nullable().describe('of what waits'),
});
export type RehearsedDeed = z.infer<typeof deedSchema>;

const rowSchema = z.object({
  event: z.object({
    id: z.uuid().nullable().describe('null: told by the book or the calendar, of which no event is recorded'),
    kind: z.enum(eventKindNames).nullable().describe('null: the calendar begins it'),
    at: z.iso.datetime(),
  }),
  patient: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  appointmentId: z.uuid().nullable(),
  comesIn: z
    .boolean()
    .describe(
      'false: the re-entry rule keeps them out, by those before on this page and by when they really came in before',
    ),
  underWay: z.boolean().describe('has not come to its end by now'),
  deeds: z.array(deedSchema),
});
export type RehearsedRow = z.infer<typeof rowSchema>;

const sumsSchema = z.object({
  events: z.number().int(),
  people: z.number().int().describe('who come in'),
  messages: z.number().int(),
  calls: z.number().int(),
  tasks: z.number().int(),
  waiting: z
    .number()
    .int()
    .describe('messages and calls that the gate has put off and that have not left by now'),
  leftOut: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  failed: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  underWay: z.number().int(),
  costMicros: z.number().int().describe('of the text messages, in millionths of the currency'),
  currency: z.string(),
});
export type RehearsalSums = z.infer<typeof sumsSchema>;

export const rehearsalSchema = z.object({
  rows: z.array(rowSchema).describe('the newest first'),
  sums: sumsSchema.describe('of this page'),
  nextCursor: z.string().nullable(),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

export const exampleRehearsal: Rehearsal = {
  rows: [
    {
      event: { id: null, kind: 'APPOINTMENT_NO_SHOW', at: '2026-11-19T15:30:00Z' },
      patient: { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8f1', name: 'Laura Bennett' },
      appointmentId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e1',
      comesIn: true,
      underWay: true,
      deeds: [
        {
          at: '2026-11-19T16:30:00Z',
          step: 'call',
          by: 'call',
          outcome: 'left-out',
          reason: 'do-not-call',
          until: null,
        },
      ],
    },
  ],
  sums: {
    events: 1,
    people: 1,
    messages: 0,
    calls: 0,
    tasks: 0,
    waiting: 0,
    leftOut: [{ reason: 'do-not-call', count: 1 }],
    failed: [],
    underWay: 1,
    costMicros: 0,
    currency: 'USD',
  },
  nextCursor: null,
};
