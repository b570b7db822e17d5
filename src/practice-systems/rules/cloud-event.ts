import { z } from 'zod';
import { eventKindNames, eventKinds, isEventKind } from '../../events/rules/event-kinds.ts';

const attribute = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters');

const reference = z.union([
  z.object({ id: z.uuid() }).describe('our id'),
  z.object({ system: attribute.max(300), value: attribute }).describe('an identifier of another system'),
]);

/** Beside the payload of its kind, `data` says whom and what an event is about. */
export const subjectSchema = z.object({
  patient: reference.optional(),
  appointment: reference.optional().describe('its patient need not be named'),
  lead: z.object({ id: z.uuid() }).optional(),
});
export type EventSubjects = z.infer<typeof subjectSchema>;

/** CloudEvents 1.0, structured. `time` is when it happened. */
export const cloudEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: attribute.describe('with `source` it names the event: sent again, it is not recorded again'),
  source: attribute.refine((source) => source !== 'frontdesk', 'is our own name'),
  type: z.enum(eventKindNames),
  time: z.iso
    .datetime({ offset: true })
    .refine((text) => text >= '1900' && text < '2200', 'between 1900 and 2200')
    .optional()
    .describe('default: now'),
  datacontenttype: z.string().max(100).optional(),
  subject: z.string().max(500).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
export type CloudEvent = z.infer<typeof cloudEventSchema>;

const header = /^ce-(specversion|id|source|type|time|subject)$/;

/** Binary mode: the attributes stand in headers, the body is the data. @returns null when the headers name no event */
export const fromHeaders = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  data: unknown,
): unknown => {
  const attributes = Object.entries(headers).flatMap(([name, value]) => {
    const known = header.exec(name)?.[1];
    return known === undefined || typeof value !== 'string' ? [] : [[known, value] as const];
  });
  return attributes.some(([name]) => name === 'specversion')
    ? { ...Object.fromEntries(attributes), data }
    : null;
};

/** Those that only we ourselves can know of. */
const ourOwn: readonly string[] = ['INCOMING_CALL', 'CALL_COMPLETED', 'MISSED_CALL'];
export const isOurOwn = (type: string): boolean => ourOwn.includes(type);

const subjectsOf = { patient: 'patient', appointment: 'appointment', lead: 'lead', call: 'patient' } as const;

/** One example of each kind that may be sent, for the API's documentation. */
export const cloudEventExamples = eventKindNames
  .filter((type) => isEventKind(type) && !isOurOwn(type))
  .map((type) => {
    const { about, example } = eventKinds[type];
    const who =
      about === 'lead'
        ? { id: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8f1' }
        : { system: 'https://practice.example', value: about === 'patient' ? 'P-1042' : 'A-77' };
    return {
      specversion: '1.0',
      id: `${type.toLowerCase()}-1`,
      source: 'https://practice.example',
      type,
      time: '2026-11-20T15:00:00Z',
      data: { [subjectsOf[about]]: who, ...example },
    };
  });
