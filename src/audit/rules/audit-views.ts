import { z } from 'zod';

/** One line of the audit log. */
export const auditItemSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  userId: z.string().nullable().describe('null: Frontdesk itself'),
  userName: z.string().nullable(),
  apiKey: z.string().nullable().describe('a program did it with this key, for the person'),
  action: z.string().describe('subject first: `voicemail.listened`'),
  subject: z.object({
    kind: z.string(),
    id: z.string().nullable(),
    name: z
      .string()
      .nullable()
      .describe('of the patient, the caller or the person with an account; an export has only the last'),
  }),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditItem = z.infer<typeof auditItemSchema>;

export const auditPageSchema = z.object({
  items: z.array(auditItemSchema),
  nextCursor: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditPeopleSchema = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AuditPeople = z.infer<typeof auditPeopleSchema>;

/** What narrows the log. Dates are days of the clinic's calendar, both included. */
export const auditFilterSchema = z.object({
  person: z.uuid().optional().describe('id of the account'),
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .describe('first part of the action: `voicemail`'),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}\.[a-z-]{1,60}$/)
    .optional(),
  subject: z.uuid().optional().describe('id of a call, a voicemail, a patient'),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;
