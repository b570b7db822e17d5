import { z } from 'zod';
import { taskKindSchema } from './task-view.ts';

const title = z.string().trim().min(1).max(200);
const body = z.string().trim().min(1).max(4000).nullable();
const dueAt = z.iso.datetime().nullable();
const ownerId = z.uuid().nullable();

/** What somebody of the staff puts on the list. */
export const newTaskSchema = z
  .object({
    kind: taskKindSchema.default('task'),
    title: title.nullable().default(null).describe('may be left out on a callback'),
    body: body.default(null),
    patientId: z.uuid().nullable().default(null),
    phoneNumber: z
      .string()
      .trim()
      .max(40)
      .nullable()
      .default(null)
      .describe('whom to ring; read by the clinic’s country'),
    callId: z.uuid().nullable().default(null).describe('a callback takes its number and person'),
    ownerId: ownerId.default(null).describe('a staff member; null: whoever comes first'),
    dueAt: dueAt.default(null),
  })
  .refine(({ kind, title: said }) => kind === 'callback' || said !== null, {
    error: 'a title is needed',
    path: ['title'],
  });
export type NewTaskDraft = z.infer<typeof newTaskSchema>;

/** Only what is sent changes. */
export const taskChangeSchema = z.object({
  revision: z
    .number()
    .int()
    .optional()
    .describe('the one that was seen; 409 `conflict` when it changed since'),
  title: title.nullable().optional(),
  body: body.optional(),
  dueAt: dueAt.optional(),
  ownerId: ownerId.optional(),
  done: z.boolean().optional(),
});
export type TaskChange = z.infer<typeof taskChangeSchema>;
