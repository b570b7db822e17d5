import { z } from 'zod';
import { eventKindNames, eventKinds } from './event-kinds.ts';

export const eventListQuerySchema = z.object({
  kind: z.enum(eventKindNames).optional(),
  patientId: z.uuid().optional(),
  appointmentId: z.uuid().optional(),
  callId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type EventListQuery = z.infer<typeof eventListQuerySchema>;

export const eventViewSchema = z.object({
  id: z.string(),
  kind: z.enum(eventKindNames),
  source: z.string().describe('`frontdesk`, or what a practice system calls itself'),
  externalId: z.string(),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  patientId: z.string().nullable(),
  leadId: z.string().nullable(),
  appointmentId: z.string().nullable(),
  callId: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()).describe('by kind, as in the examples'),
});
export type EventView = z.infer<typeof eventViewSchema>;

export const eventPageSchema = z.object({
  events: z.array(eventViewSchema),
  nextCursor: z.string().nullable(),
});
export type EventPage = z.infer<typeof eventPageSchema>;

export const setAsideEventSchema = eventViewSchema
  .pick({ id: true, kind: true, occurredAt: true, patientId: true })
  .extend({
    setAsideAt: z.iso.datetime(),
    tries: z.number().int(),
    reason: z.string().describe('the kind of error; its words may hold what is private, and are not kept'),
  });
export type SetAsideEvent = z.infer<typeof setAsideEventSchema>;
export const setAsideQuerySchema = eventListQuerySchema.pick({ limit: true, cursor: true });
export const setAsidePageSchema = z.object({
  events: z.array(setAsideEventSchema),
  nextCursor: z.string().nullable(),
});
export type SetAsidePage = z.infer<typeof setAsidePageSchema>;

const [event, person, visit, call, lead] = [1, 3, 5, 7, 9].map(
  (digit) => `0199a1b2-1e2b-7036-8314-ef1ff8eaa8${digit}0`,
) as [string, string, string, string, string];

/** One event of each kind, for the API's documentation. */
export const eventExamples: EventView[] = eventKindNames.map((kind) => {
  const { about, example } = eventKinds[kind];
  return {
    id: event,
    kind,
    source: 'frontdesk',
    externalId: event,
    occurredAt: '2026-11-20T15:00:00Z',
    recordedAt: '2026-11-20T15:00:00Z',
    patientId: about === 'lead' ? null : person,
    leadId: about === 'lead' ? lead : null,
    appointmentId: about === 'appointment' ? visit : null,
    callId: about === 'call' ? call : null,
    payload: example,
  };
});

/** Every kind, what it says, as a table in Markdown. */
export const eventTable = [
  '| Kind | |',
  '|---|---|',
  ...eventKindNames.map((kind) => `| \`${kind}\` | ${eventKinds[kind].says} |`),
].join('\n');
